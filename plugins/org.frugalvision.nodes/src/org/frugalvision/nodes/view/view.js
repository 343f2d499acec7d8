// SPDX-License-Identifier: Apache-2.0
"use strict";

/** What all pages share. Text of the data enters the page as text only, never as markup. */
const view = {
  data: JSON.parse(document.getElementById("data").textContent),
  main: document.querySelector("main"),

  /** An element with properties, attributes (names with a hyphen), listeners (functions) and children. */
  element(tag, properties, ...children) {
    const element = document.createElement(tag);
    view.set(element, properties);
    element.append(...children);
    return element;
  },

  /** The same within a drawing. */
  drawn(tag, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  },

  set(element, properties) {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === "function") {
        element.addEventListener(name, value);
      } else if (name.includes("-")) {
        element.setAttribute(name, value);
      } else {
        element[name] = value;
      }
    }
  },

  note(text) {
    return view.element("p", { className: "note" }, text);
  },

  count(number, singular, plural) {
    return number.toLocaleString("en-US") + " " + (number === 1 ? singular : plural);
  },

  /** A short form of a number, for people. */
  number(value) {
    return value === 0 ? "0" : Math.abs(value) >= 1e5 || Math.abs(value) < 1e-3 ? value.toExponential(2)
      : String(Number(value.toPrecision(4)));
  },

  /** A picture with its text, which shows large when it is chosen. */
  tile(image, text, size) {
    const picture = image ? view.element("img", { src: image, alt: text }) : view.element("span", {}, "(no image)");
    picture.style.width = picture.style.height = size + "px";
    const label = view.element("span", { title: text }, text);
    label.style.width = size + "px";
    return view.element("button", { className: "tile", type: "button", click: () => view.enlarge(image, text) },
      picture, label);
  },

  enlarge(image, text) {
    const before = document.activeElement;
    const large = view.element("button", { className: "large", type: "button", "aria-label": "Close " + text },
      ...(image ? [view.element("img", { src: image, alt: text })] : []), view.element("span", {}, text));
    const close = () => {
      large.remove();
      before?.focus();
    };
    view.set(large, { click: close, keydown: event => event.key === "Escape" && close() });
    document.body.append(large);
    large.focus();
  },
};

document.title = view.data.title ?? document.title;
if (view.data.message) {
  view.main.append(view.note(view.data.message));
} else {
  view.main.append(view.element("h1", {}, view.data.title));
}
