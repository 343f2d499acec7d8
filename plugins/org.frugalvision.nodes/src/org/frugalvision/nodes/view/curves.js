// SPDX-License-Identifier: Apache-2.0
"use strict";

/** Curves over one axis, with the values under the pointer: {title, x, panels: [{y, lines: [{name, points}]}]}. */
function curves(data) {
  const width = 760, height = 240, left = 60, right = 16, top = 12, bottom = 34;
  const colors = ["#0b5394", "#d95f02", "#2e7d6b", "#7b3294", "#a6761d", "#c51b7d", "#444444", "#1b9e9e"];
  const hidden = new Set();
  const names = [...new Set(data.panels.flatMap(panel => panel.lines.map(line => line.name)))];
  const color = name => colors[names.indexOf(name) % colors.length];
  const xs = [...new Set(data.panels.flatMap(panel => panel.lines.flatMap(line => line.points.map(p => p[0]))))]
    .sort((a, b) => a - b);
  const readout = view.element("div", { className: "readout", "aria-live": "polite" });
  const drawings = view.element("div", { tabIndex: 0, keydown: step });
  const legend = view.element("div", { className: "tools legend" });
  let place = -1;

  function range(values) {
    const low = Math.min(...values), high = Math.max(...values);
    const margin = high > low ? 0.05 * (high - low) : Math.abs(high) * 0.05 || 1;
    return [low - margin, high + margin];
  }

  function ticks([low, high]) {
    const size = 10 ** Math.floor(Math.log10((high - low) / 4));
    const unit = [1, 2, 5, 10].map(n => n * size).find(n => (high - low) / n <= 6);
    const values = [];
    for (let n = Math.ceil(low / unit); n * unit <= high; n++) {
      values.push(n * unit);
    }
    return values;
  }

  function panel({ y, lines }) {
    const seen = lines.filter(line => !hidden.has(line.name) && line.points.length);
    const svg = view.drawn("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": y });
    if (!seen.length) {
      return svg;
    }
    const across = range(xs), up = range(seen.flatMap(line => line.points.flatMap(p => [p[1] - p[2], p[1] + p[2]])));
    const px = x => left + (x - across[0]) / (across[1] - across[0]) * (width - left - right);
    const py = value => height - bottom - (value - up[0]) / (up[1] - up[0]) * (height - top - bottom);
    for (const tick of ticks(up)) {
      svg.append(view.drawn("line", { x1: left, x2: width - right, y1: py(tick), y2: py(tick), stroke: "#e4e4e4" }),
        view.drawn("text", { x: left - 6, y: py(tick) + 4, "text-anchor": "end" }, view.number(tick)));
    }
    for (const tick of ticks(across)) {
      svg.append(view.drawn("text", { x: px(tick), y: height - bottom + 16, "text-anchor": "middle" },
        view.number(tick)));
    }
    svg.append(view.drawn("text", { x: 14, y: height / 2, "text-anchor": "middle",
      transform: `rotate(-90 14 ${height / 2})` }, y),
    view.drawn("text", { x: (left + width - right) / 2, y: height - 4, "text-anchor": "middle" }, data.x));
    for (const line of seen) {
      const stroke = color(line.name);
      svg.append(view.drawn("polyline", { fill: "none", stroke, "stroke-width": 2,
        points: line.points.map(p => px(p[0]) + "," + py(p[1])).join(" ") }));
      for (const [x, value, error] of line.points) {
        if (error > 0) {
          svg.append(view.drawn("line",
            { x1: px(x), x2: px(x), y1: py(value - error), y2: py(value + error), stroke }));
        }
        if (line.points.length <= 60 || x === xs[place]) {
          svg.append(view.drawn("circle", { cx: px(x), cy: py(value), r: x === xs[place] ? 4 : 2.5, fill: stroke }));
        }
      }
    }
    if (place >= 0) {
      svg.append(view.drawn("line", { x1: px(xs[place]), x2: px(xs[place]), y1: top, y2: height - bottom,
        stroke: "#999", "stroke-dasharray": "3 3" }));
    }
    svg.addEventListener("mousemove", event => {
      const box = svg.getBoundingClientRect();
      const x = (event.clientX - box.left) * width / box.width;
      choose(xs.reduce((best, value, i) => Math.abs(px(value) - x) < Math.abs(px(xs[best]) - x) ? i : best, 0));
    });
    return svg;
  }

  function choose(next) {
    if (next !== place) {
      place = next;
      draw();
    }
  }

  function step(event) {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move) {
      choose(Math.max(0, Math.min(xs.length - 1, place + move)));
    }
  }

  function draw() {
    drawings.replaceChildren(...data.panels.map(panel));
    readout.replaceChildren();
    if (place < 0) {
      readout.append("Move over the curves, or press the arrow keys, to read their values.");
      return;
    }
    readout.append(view.element("b", {}, data.x + " " + view.number(xs[place]) + ": "));
    const values = data.panels.flatMap(one => one.lines).filter(line => !hidden.has(line.name)).flatMap(line =>
      line.points.filter(p => p[0] === xs[place]).map(p => line.name + " " + view.number(p[1])
        + (p[2] > 0 ? " \u00b1 " + view.number(p[2]) : "")));
    readout.append(values.join(", "));
  }

  function toggle(name, button) {
    if (!hidden.delete(name)) {
      hidden.add(name);
    }
    button.setAttribute("aria-pressed", String(!hidden.has(name)));
    draw();
  }

  for (const name of names) {
    const mark = view.element("i", {});
    mark.style.background = color(name);
    const button = view.element("button", { type: "button", "aria-pressed": "true" }, mark, name);
    button.addEventListener("click", () => toggle(name, button));
    legend.append(button);
  }
  view.main.append(legend, readout, drawings);
  draw();
}

if (!view.data.message) {
  curves(view.data);
}
