// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data of the page of small images with captions. */
public final class Gallery {

    private final String m_title;

    private final Thumbnails m_thumbnails = new Thumbnails();

    private final List<Object> m_tiles = new ArrayList<>();

    /** @param title of the page */
    public Gallery(final String title) {
        m_title = title;
    }

    /**
     * @param caption of an image
     * @param png the image, see {@link Thumbnails#png}
     * @return this
     */
    public Gallery tile(final String caption, final byte[] png) {
        m_tiles.add(Map.of("caption", caption, "image", m_thumbnails.address(png)));
        return this;
    }

    /**
     * @param all how many images there are, at least those given
     * @return for a page
     */
    public Map<String, Object> page(final long all) {
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", m_title);
        page.put("tiles", m_tiles);
        page.put("all", all);
        page.put("leftOut", m_thumbnails.leftOut());
        return page;
    }
}
