// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data of the page of a confusion matrix whose cells show their images. */
public final class ConfusionCells {

    /** More images of a cell than these are counted, but not shown. */
    public static final int MOST_IMAGES = 24;

    /** More classes than these make no table that anybody can read; the page says so instead. */
    public static final int MOST_CLASSES = 60;

    private final List<String> m_classes;

    private final long[][] m_counts;

    private final Thumbnails m_thumbnails = new Thumbnails();

    private final List<Object> m_images = new ArrayList<>();

    /**
     * @param classes names of the classes
     * @param counts how many images of each class (row) were predicted as each other (column)
     */
    public ConfusionCells(final List<String> classes, final long[][] counts) {
        m_classes = classes;
        m_counts = counts;
    }

    /**
     * @param row index of the true class
     * @param column index of the predicted class
     * @param id names the image
     * @param told what else is told of it, such as the probability; may be empty
     * @param png the image, see {@link Thumbnails#png}; of no length where there is none
     * @return this
     */
    public ConfusionCells image(final int row, final int column, final String id, final String told,
        final byte[] png) {
        m_images.add(Map.of("row", row, "column", column, "id", id, "told", told, "image",
            png.length == 0 ? "" : m_thumbnails.address(png)));
        return this;
    }

    /**
     * @param title of the page
     * @return for a page
     */
    public Map<String, Object> page(final String title) {
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", title);
        if (m_classes.size() > MOST_CLASSES) {
            page.put("message", "A view shows at most %d classes, but there are %,d. See the confusion picture."
                .formatted(MOST_CLASSES, m_classes.size()));
            return page;
        }
        final List<Object> counts = new ArrayList<>();
        for (final long[] row : m_counts) {
            final List<Object> cells = new ArrayList<>();
            for (final long count : row) {
                cells.add(count);
            }
            counts.add(cells);
        }
        page.put("classes", m_classes);
        page.put("counts", counts);
        page.put("images", m_images);
        page.put("most", MOST_IMAGES);
        page.put("leftOut", m_thumbnails.leftOut());
        return page;
    }
}
