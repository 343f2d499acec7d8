// SPDX-License-Identifier: Apache-2.0
"use strict";

/**
 * A confusion matrix whose cells list and show their images: {title, classes, counts: [[n]], images: [{row, column, id,
 * image, told}], most, leftOut}. Rows are true classes, columns predicted ones.
 */
function confusion(data) {
  const list = view.element("section", { "aria-live": "polite" });
  const cells = [];

  function shade(row, column) {
    const all = data.counts[row].reduce((sum, n) => sum + n, 0);
    const share = all ? Math.sqrt(data.counts[row][column] / all) : 0;
    const ink = row === column ? [8, 81, 156] : [166, 54, 3];
    return { background: "rgb(" + ink.map(part => Math.round(255 - share * (255 - part))).join() + ")",
      color: share > 0.6 ? "#fff" : "#000" };
  }

  function show(row, column, button) {
    cells.forEach(cell => cell.setAttribute("aria-pressed", String(cell === button)));
    const images = data.images.filter(image => image.row === row && image.column === column);
    const count = data.counts[row][column];
    list.replaceChildren(view.element("h1", {}, "\u201c" + data.classes[row] + "\u201d predicted as \u201c"
      + data.classes[column] + "\u201d: " + view.count(count, "image", "images")));
    if (count > images.length) {
      list.append(view.note("The first " + images.length + " of them; a view holds at most " + data.most
        + " images of each cell, at most 160 pixels wide and high."));
    }
    const tiles = view.element("div", { className: "tiles" });
    images.forEach(image => tiles.append(view.tile(image.image, image.id + (image.told ? " (" + image.told + ")" : ""),
      96)));
    list.append(tiles);
  }

  const head = view.element("tr", {}, view.element("th", {}, "true \\ predicted"),
    ...data.classes.map(name => view.element("th", { title: name }, name)));
  const body = data.classes.map((name, row) => view.element("tr", {}, view.element("th", { title: name }, name),
    ...data.classes.map((other, column) => {
      const button = view.element("button", { type: "button", "aria-pressed": "false",
        "aria-label": name + " predicted as " + other }, data.counts[row][column].toLocaleString("en-US"));
      Object.assign(button.style, shade(row, column));
      button.addEventListener("click", () => show(row, column, button));
      cells.push(button);
      return view.element("td", {}, button);
    })));
  view.main.append(view.note("Rows are true classes, columns predicted ones. Choose a cell to see its images."),
    view.element("table", {}, view.element("thead", {}, head), view.element("tbody", {}, ...body)));
  if (data.leftOut) {
    view.main.append(view.note(view.count(data.leftOut, "image", "images") + " had no room in this view."));
  }
  view.main.append(list);
}

if (!view.data.message) {
  confusion(view.data);
}
