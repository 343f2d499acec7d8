// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;

import javax.imageio.ImageReader;

import org.frugalvision.engine.image.PlatformCodecs;

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
}
