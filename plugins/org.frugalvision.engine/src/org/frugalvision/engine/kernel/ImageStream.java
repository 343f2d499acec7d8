// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Sink;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Sends a set of images through a network, batch by batch; each thread reads its own batches, and takes the next one
 * when it is done. Batches are as large as wanted, or smaller where that is faster.
 */
final class ImageStream {

    private final Prepared m_prepared;

    private final Workers m_workers;

    private final ImageSet m_images;

    private final int m_batch;

    private final Mode m_mode;

    /** Of the cuts. */
    private final AtomicInteger m_next = new AtomicInteger();

    private final AtomicInteger m_done = new AtomicInteger();

    /** For each thread, a part of each size. */
    private final List<Map<Integer, Part>> m_parts = new ArrayList<>();

    ImageStream(final Prepared prepared, final Workers workers, final ImageSet images, final int batch,
        final Mode mode) {
        m_prepared = prepared;
        m_workers = workers;
        m_images = images;
        m_batch = Math.min(batch, prepared.mostTogether());
        m_mode = mode;
    }

    void run(final Sink sink, final RunControl run) throws CanceledException {
        final List<Cut> cuts = Cut.of(m_images.size(), m_batch);
        m_workers.one(index -> {
            open(cuts);
            return null;
        });
        m_workers.all(index -> {
            if (index < m_parts.size()) {
                final float[] pixels = new float[cuts.get(0).images() * m_images.shape().size()];
                for (int i = m_next.getAndIncrement(); i < cuts.size(); i = m_next.getAndIncrement()) {
                    run.checkCanceled();
                    compute(cuts.get(i), index, pixels, sink);
                    final int finished = m_done.addAndGet(cuts.get(i).images());
                    run.progress((double)finished / m_images.size(), Wording.value(finished) + " of "
                        + Wording.count(m_images.size(), "image", "images"));
                }
            }
            return null;
        });
    }

    private void open(final List<Cut> cuts) {
        for (int worker = 0; worker < Math.min(m_workers.count(), cuts.size()); worker++) {
            final Map<Integer, Part> parts = new HashMap<>();
            for (final int size : IntStream.of(cuts.get(0).images(), cuts.get(cuts.size() - 1).images()).distinct()
                .toArray()) {
                parts.put(size, m_prepared.pool(Pass.planned(size)).part(worker));
            }
            m_parts.add(parts);
        }
    }

    private void compute(final Cut cut, final int worker, final float[] pixels, final Sink sink) {
        final int size = m_images.shape().size();
        for (int i = 0; i < cut.images(); i++) {
            m_images.readPixels(cut.first() + i, pixels, i * size);
        }
        final Map<Integer, float[]> outputs = new HashMap<>();
        final List<Integer> places = m_prepared.purpose().outputs().stream().map(m_prepared.graph()::place).toList();
        places.forEach(
            place -> outputs.put(place, new float[cut.images() * m_prepared.graph().shape(place).size()]));
        final Part part = m_parts.get(worker).get(cut.images());
        part.begin(new Batch(new Pixels(pixels, cut.images(), m_images.shape()), cut.first(), m_mode, outputs, null,
            Map.of()), 0, 0, cut.images());
        m_prepared.schedule().forward().forEach(steps -> steps.forEach(part::run));
        sink.accept(cut.first(), cut.images(), places.stream().map(outputs::get).toArray(float[][]::new));
    }
}
