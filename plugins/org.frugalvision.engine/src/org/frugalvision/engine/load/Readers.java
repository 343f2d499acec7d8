// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.util.List;

import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;

import org.frugalvision.engine.image.PlatformCodecs;

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
            : PlatformCodecs.reader(format.imageIoName());
    }

    /** For JPEG files in the colours of printers (CMYK), which the platform's reader refuses. */
    static ImageReader ofPrintersJpeg() throws IOException {
        final var provider = new JPEGImageReaderSpi();
        // it finds the platform's reader, on which it builds, by way of a registry
        final var registry = new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
        registry.registerServiceProvider(of(ImageFormat.JPEG).getOriginatingProvider());
        registry.registerServiceProvider(provider);
        return provider.createReaderInstance(null);
    }
}
