// SPDX-License-Identifier: Apache-2.0
"use strict";

/** Small images with captions, to filter and to zoom: {title, tiles: [{caption, image}], all, leftOut}. */
function gallery(data) {
  const shown = view.element("div", { className: "tiles" });
  const told = view.note("");
  const filter = view.element("input", { type: "search", placeholder: "part of a caption", input: draw });
  const zoom = view.element("input", { type: "range", min: 32, max: 320, step: 16, value: 96, input: draw });

  function draw() {
    const wanted = filter.value.toLowerCase();
    const tiles = data.tiles.filter(tile => tile.caption.toLowerCase().includes(wanted));
    shown.replaceChildren(...tiles.map(tile => view.tile(tile.image, tile.caption, Number(zoom.value))));
    told.textContent = view.count(tiles.length, "image", "images") + " shown, of " + data.tiles.length
      + " in this view and " + data.all.toLocaleString("en-US") + " in the table. Images are at most 160 pixels wide"
      + " and high here" + (data.leftOut ? "; " + data.leftOut + " had no room." : ".");
  }

  view.main.append(view.element("div", { className: "tools" }, view.element("label", {}, "Filter", filter),
    view.element("label", {}, "Zoom", zoom)), told, shown);
  draw();
}

if (!view.data.message) {
  gallery(view.data);
}
