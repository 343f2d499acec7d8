// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * Makes a {@link Pool} image by image and keeps no more than what the method needs: never whole images, and an image is
 * decoded only if {@link Need#THUMBNAILS} is among the needs. Images may differ in size but not in channels; one with
 * an edge below 8 pixels goes only with others of that edge.
 */
public final class PoolBuilder {

    private final Set<Need<?>> m_needs;

    private final List<String> m_ids = new ArrayList<>();

    private final List<Integer> m_labels = new ArrayList<>();

    private final List<float[]> m_thumbnails = new ArrayList<>();

    private ImageShape m_shape;

    /** @param needs what the method needs, see {@link SelectorInfo#needs()} */
    public PoolBuilder(final Set<Need<?>> needs) {
        m_needs = Set.copyOf(needs);
    }

    /**
     * Adds an image.
     *
     * @param id its row key
     * @param label its class index, or -1 if it has no label
     * @param image decodes it; asked at most once, now
     * @return this
     * @throws DataException if the image does not go with the others
     */
    public PoolBuilder add(final String id, final int label, final Supplier<DecodedImage> image) {
        if (m_needs.contains(Need.THUMBNAILS)) {
            final var decoded = image.get();
            final var shape = AreaAverage.target(decoded.shape());
            if (m_shape == null) {
                m_shape = shape;
            } else if (!m_shape.equals(shape)) {
                throw new DataException(Wording.row(id),
                    "the image has %s, which does not go with the images before it.".formatted(decoded.shape()),
                    "Choose \"Fixed\" in \"Size\" and \"Grey\" or \"RGB\" in \"Colours\" of the Image Folder Reader.",
                    "Connect an Image Resizer.");
            }
            m_thumbnails.add(AreaAverage.of(decoded));
        }
        m_ids.add(id);
        m_labels.add(label);
        return this;
    }

    /** @return the pool of the images added so far */
    public Pool build() {
        final var labels = m_labels.stream().mapToInt(Integer::intValue).toArray();
        return new StoredPool(m_needs, List.copyOf(m_ids), labels, m_thumbnails.toArray(float[][]::new));
    }
}
