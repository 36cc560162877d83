/** Runs the action when Enter is pressed in a text field. A form element would not do: a sandbox without `allow-forms` blocks its submit event. */
export function onEnter(fields: HTMLElement, action: () => void): void {
  fields.onkeydown = ({ key, target, isComposing }) => {
    if (key === "Enter" && !isComposing && (target as Element).matches("input:not([type])")) action();
  };
}
