// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.HashMap;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;

/** Loads the images of batches, many at once, into arrays that the next batch takes again. */
final class BatchLoader {

    private final LabelledImages m_images;

    private final int m_classes;

    private final Parts m_parts;

    private final Seeds m_seeds;

    private final Workers m_workers;

    private float[] m_pixels = {};

    private float[] m_rows = {};

    BatchLoader(final LabelledImages images, final int classes, final Parts parts, final Seeds seeds,
        final Workers workers) {
        m_images = images;
        m_classes = classes;
        m_parts = parts;
        m_seeds = seeds;
        m_workers = workers;
    }

    /**
     * Loads a batch; the one loaded before is void then.
     *
     * @param images indices of the images
     * @param update names the update, and so its streams
     * @param epoch 1 for the first; parts see the images only if it is not 0
     */
    Batch load(final int[] images, final String update, final int epoch) throws CanceledException {
        final ImageShape shape = m_images.set().shape();
        if (m_pixels.length < images.length * shape.size()) {
            m_pixels = new float[Math.multiplyExact(images.length, shape.size())];
            m_rows = new float[images.length * m_classes];
        }
        final Batch batch = new Batch(images, shape, m_classes, m_pixels, m_rows, m_seeds.child(update));
        final int[] copies = epoch == 0 || m_parts.isEmpty() ? null : copies(images);
        m_workers.all(index -> {
            final Shard shard = Shard.of(images.length, index, m_workers.count());
            for (int i = shard.from(); i < shard.to(); i++) {
                m_images.set().readPixels(images[i], m_pixels, i * shape.size());
                m_images.writeRow(images[i], m_rows, i * m_classes, m_classes);
                if (copies != null) {
                    m_parts.imageLoaded(new LoadedImage(images[i], shape, m_pixels, i * shape.size()),
                        m_seeds.named("image").child("%s, copy %d, epoch %d"
                            .formatted(m_images.set().id(images[i]), copies[i], epoch)).generator());
                }
            }
            return null;
        });
        return batch;
    }

    /** The how manieth of its kind each image of the batch is, from 0. */
    private static int[] copies(final int[] images) {
        final Map<Integer, Integer> seen = new HashMap<>();
        final int[] copies = new int[images.length];
        for (int i = 0; i < images.length; i++) {
            copies[i] = seen.merge(images[i], 1, Integer::sum) - 1;
        }
        return copies;
    }
}
