/** A standard button, with every key of DescribeLayoutButton. */
export function layoutButton(name: string, label: string) {
  return {
    behavior: null,
    colors: [],
    content: null,
    contentSource: null,
    custom: false,
    encoding: null,
    height: null,
    icons: [],
    label,
    menubar: false,
    name,
    overridden: false,
    resizeable: false,
    scrollbars: false,
    showsLocation: false,
    showsStatus: false,
    toolbar: false,
    url: null,
    width: null,
    windowPosition: null,
  };
}
