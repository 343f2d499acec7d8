// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.image;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.PngImages;
import org.knime.core.data.DataValue;

/**
 * An image that PNG cannot hold without loss: any number of bands, of 8 or 16 bits, for example of a satellite or a
 * microscope.
 */
public interface MultiBandImageValue extends DataValue {

    /** @return the image as it was measured; shared, not to be modified */
    DecodedImage getImage();

    /** @return a picture for people as a PNG file: the first three bands in false colour, each stretched */
    default byte[] getPreview() {
        final DecodedImage preview = getImage().preview();
        return PngImages.encode(preview.shape(), preview.values());
    }
}
