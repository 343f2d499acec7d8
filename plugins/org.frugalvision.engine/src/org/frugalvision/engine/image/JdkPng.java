// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** The PNG reader and writer of the Java platform, whatever other plug-ins have registered with ImageIO. */
final class JdkPng {

    private JdkPng() {
    }

    static ImageReader reader() {
        return platforms(ImageIO.getImageReadersByFormatName("png"));
    }

    static ImageWriter writer() {
        return platforms(ImageIO.getImageWritersByFormatName("png"));
    }

    private static <T> T platforms(final Iterator<T> candidates) {
        while (candidates.hasNext()) {
            final var candidate = candidates.next();
            if (candidate.getClass().getModule() == ImageIO.class.getModule()) {
                return candidate;
            }
        }
        throw new IllegalStateException("Every Java platform must offer PNG.");
    }
}
