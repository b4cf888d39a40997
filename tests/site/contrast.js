// Returns what is shown of a page with less contrast than WCAG 2 asks for (AA): 4.5, or 3 for large text.
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const once = (make) => {
    const known = new Map();
    return (one) => known.get(one) ?? known.set(one, make(one)).get(one);
  };
  const rgba = once((colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  });
  const luminance = (colour) =>
    colour
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  const over = (front, back) => back.map((part, n) => (front[n] * front[3] + part * (255 - front[3])) / 255);
  /** What is seen behind the text of an element, and how opaque it is itself. */
  const ground = once((element) => {
    if (!element) return { back: [255, 255, 255], opacity: 1 };
    const { back, opacity } = ground(element.parentElement);
    const style = getComputedStyle(element);
    return { back: over(rgba(style.backgroundColor), back), opacity: opacity * Number(style.opacity) };
  });
  const isShown = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()) &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 1;

  const found = new Map();
  for (const element of [...document.querySelectorAll("body *")].filter(isShown)) {
    const { back, opacity } = ground(element);
    const style = getComputedStyle(element);
    const own = [...rgba(style.color)];
    own[3] *= opacity;
    const [low, high] = [luminance(over(own, back)), luminance(back)].sort((a, b) => a - b);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < (isLarge ? 3 : 4.5)) {
      found.set(`${element.localName}.${element.className}`, [element.textContent.trim().slice(0, 40), ratio.toFixed(2)]);
    }
  }
  return Object.fromEntries(found);
}
