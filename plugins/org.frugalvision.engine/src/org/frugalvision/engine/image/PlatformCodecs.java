// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** The readers and writers of the Java platform, whatever other plug-ins have registered with ImageIO. */
public final class PlatformCodecs {

    private PlatformCodecs() {
    }

    /**
     * @param format its name for ImageIO, e.g. {@code "png"}
     * @return a new reader
     */
    public static ImageReader reader(final String format) {
        return platforms(ImageIO.getImageReadersByFormatName(format), format);
    }

    /**
     * @param format its name for ImageIO, e.g. {@code "tiff"}
     * @return a new writer
     */
    static ImageWriter writer(final String format) {
        return platforms(ImageIO.getImageWritersByFormatName(format), format);
    }

    private static <T> T platforms(final Iterator<T> candidates, final String format) {
        while (candidates.hasNext()) {
            final var candidate = candidates.next();
            if (candidate.getClass().getModule() == ImageIO.class.getModule()) {
                return candidate;
            }
        }
        throw new IllegalStateException("Every Java platform must offer " + format + ".");
    }
}
