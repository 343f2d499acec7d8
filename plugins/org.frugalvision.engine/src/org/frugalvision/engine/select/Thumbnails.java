// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Small versions of images, collected image by image; whole images are never kept. Images may differ in size but not in
 * channels; one with an edge below 8 pixels goes only with others of that edge.
 */
public final class Thumbnails implements Answer<float[][]> {

    private final List<float[]> m_thumbnails = new ArrayList<>();

    private ImageShape m_shape;

    /**
     * @param id row key of the next image
     * @param image the image; not kept
     * @throws DataException if the image does not go with the others
     */
    public void add(final String id, final DecodedImage image) {
        final var shape = AreaAverage.target(image.shape());
        if (m_shape == null) {
            m_shape = shape;
        } else if (!m_shape.equals(shape)) {
            throw new DataException(Wording.row(id),
                "the image has %s, which does not go with the images before it.".formatted(image.shape()),
                "Choose \"Fixed\" in \"Size\" and \"Gray\" or \"RGB\" in \"Colors\" of the Image Folder Reader.",
                "Connect an Image Resizer.");
        }
        m_thumbnails.add(AreaAverage.of(image));
    }

    @Override
    public float[][] compute(final RunControl run) {
        return m_thumbnails.toArray(float[][]::new);
    }
}
