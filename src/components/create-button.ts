/** A button that is not printed. */
export function createButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "no-print";
  button.textContent = label;
  button.addEventListener("click", onClick);
  return button;
}
