// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.view;

import java.util.Base64;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.image.Resize;

/**
 * Images for a page, within bounds: at most 160 pixels wide and high (larger ones are shrunk), and together at most 6
 * MB; what does not fit is counted and left out.
 */
public final class Thumbnails {

    /** The longest side in pixels. */
    public static final int EDGE = 160;

    private static final long MOST_BYTES = 6L << 20;

    private long m_bytes;

    private int m_leftOut;

    /**
     * @param image an image of 8 bits and 1, 3 or 4 bands
     * @return the image, or a smaller one of the same proportions
     */
    public static DecodedImage shrunk(final DecodedImage image) {
        final ImageShape shape = image.shape();
        final int longer = Math.max(shape.height(), shape.width());
        if (longer <= EDGE) {
            return image;
        }
        return Resize.rounded(image, Math.max(1, Math.round((float)shape.height() * EDGE / longer)),
            Math.max(1, Math.round((float)shape.width() * EDGE / longer)));
    }

    /**
     * @param png a PNG image, not larger than {@link #EDGE}
     * @return an address that holds the image; empty if there is no room for it
     */
    public String address(final byte[] png) {
        final String address = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        if (m_bytes + address.length() > MOST_BYTES) {
            m_leftOut++;
            return "";
        }
        m_bytes += address.length();
        return address;
    }

    /**
     * @param image an image of 8 bits and 1, 3 or 4 bands
     * @return it as a PNG image, shrunk if it is larger than {@link #EDGE}
     */
    public static byte[] png(final DecodedImage image) {
        final DecodedImage small = shrunk(image);
        return PngImages.encode(small.shape(), small.values());
    }

    /** @return how many images had no room */
    public int leftOut() {
        return m_leftOut;
    }
}
