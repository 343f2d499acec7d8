// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

/**
 * Makes readers of image files: those of the Java platform, and of TwelveMonkeys ImageIO what it lacks. The registry
 * that all plug-ins of a process share is only looked at, never changed.
 */
final class Readers {

    private Readers() {
    }

    static ImageReader of(final ImageFormat format) throws IOException {
        return format == ImageFormat.WEBP ? new WebPImageReaderSpi().createReaderInstance(null)
            : platform(format).createReaderInstance();
    }

    /** For JPEG files in the colours of printers (CMYK), which the platform's reader refuses. */
    static ImageReader ofPrintersJpeg() throws IOException {
        final var provider = new JPEGImageReaderSpi();
        // it finds the platform's reader, on which it builds, by way of a registry
        final var registry = new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
        registry.registerServiceProvider(platform(ImageFormat.JPEG));
        registry.registerServiceProvider(provider);
        return provider.createReaderInstance(null);
    }

    private static ImageReaderSpi platform(final ImageFormat format) {
        final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.imageIoName());
        while (readers.hasNext()) {
            final var reader = readers.next();
            if (reader.getClass().getModule() == ImageIO.class.getModule()) {
                return reader.getOriginatingProvider();
            }
        }
        throw new IllegalStateException("Every Java platform must read " + format + ".");
    }
}
