// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data of the page of curves: panels one below the other over one axis, each with curves. */
public final class Curves {

    /** More points of a curve than these cannot be told apart on a screen: only every second, third ... is shown. */
    private static final int MOST_POINTS = 1000;

    private final Map<String, Object> m_page = new LinkedHashMap<>();

    private final List<Object> m_panels = new ArrayList<>();

    /**
     * @param title of the page
     * @param x title of the horizontal axis
     */
    public Curves(final String title, final String x) {
        m_page.put("title", title);
        m_page.put("x", x);
        m_page.put("panels", m_panels);
    }

    /**
     * A curve; points whose y is no finite number are left out.
     *
     * @param name told in the legend
     * @param x of its points, ascending
     * @param y of its points
     * @param error half the length of the bar at each point; 0 or not finite = none
     */
    public record Line(String name, double[] x, double[] y, double[] error) {
    }

    /**
     * @param y title of the vertical axis
     * @param lines the curves
     * @return this
     */
    public Curves panel(final String y, final List<Line> lines) {
        m_panels.add(Map.of("y", y, "lines", lines.stream().map(Curves::line).toList()));
        return this;
    }

    /** @return for a page */
    public Map<String, Object> page() {
        return m_page;
    }

    private static Map<String, Object> line(final Line line) {
        final int step = (line.x().length - 1) / MOST_POINTS + 1;
        final List<Object> points = new ArrayList<>();
        for (int i = 0; i < line.x().length; i += step) {
            if (Double.isFinite(line.x()[i]) && Double.isFinite(line.y()[i])) {
                points.add(List.of(line.x()[i], line.y()[i],
                    Double.isFinite(line.error()[i]) ? line.error()[i] : 0.0));
            }
        }
        return Map.of("name", line.name(), "points", points);
    }
}
