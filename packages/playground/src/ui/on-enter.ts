/** Does the action when Enter is pressed in one of the text fields. There is no form element: a sandbox without `allow-forms` submits none, not even to script. */
export function onEnter(fields: HTMLElement, action: () => void): void {
  fields.onkeydown = ({ key, target, isComposing }) => {
    if (key === "Enter" && !isComposing && (target as Element).matches("input:not([type])")) action();
  };
}
