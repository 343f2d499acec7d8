// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Compares how each value of the embedding is distributed within a window of rows with how it was when all was well, in
 * ten bins that held equally many rows then; the value that changed most against its limit counts. Values that were
 * always the same then have no bins and are left out. Keeps the embeddings of the reference: 4 bytes per row and value.
 * O(values) per row.
 */
final class EmbeddingStability implements DriftDetector {

    static final DetectorInfo INFO = new DetectorInfo("embedding-stability", "Population stability of embeddings",
        "Speaks when any value of the embedding is distributed otherwise in a window of rows than in the reference.",
        "Yurdakul 2018, Statistical properties of population stability index; tenths of the reference",
        "Needs no labels and notices most: every change within its window of 100 rows, also images half as bright, "
            + "which cost "
            + "LeNet-5 no accuracy (DriftBench); so look before you act. One false alarm in 40 calm streams.",
        Signal.EMBEDDING);

    private static final int BINS = 10;

    private final int m_window;

    private final List<float[]> m_learned = new ArrayList<>();

    /** Upper ends of the bins of each value but the last; empty until the first row is watched. */
    private float[][] m_ends = new float[0][];

    private long[][] m_reference = new long[0][];

    private long[][] m_current = new long[0][];

    private int m_rows;

    EmbeddingStability(final DriftSettings settings) {
        m_window = settings.window();
    }

    @Override
    public void learn(final Observation observation) {
        m_learned.add(observation.embedding().get());
    }

    @Override
    public Optional<Reading> next(final Observation observation) {
        if (m_ends.length == 0 && !m_learned.isEmpty()) {
            makeBins();
        }
        if (m_ends.length == 0) {
            return Optional.empty();
        }
        count(observation.embedding().get(), m_current);
        m_rows++;
        if (m_rows < m_window) {
            return Optional.empty();
        }
        final Reading reading = most();
        m_rows = 0;
        m_current = empty();
        return Optional.of(reading);
    }

    private void makeBins() {
        m_ends = new float[m_learned.get(0).length][];
        for (int k = 0; k < m_ends.length; k++) {
            final float[] sorted = new float[m_learned.size()];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = m_learned.get(i)[k];
            }
            Arrays.sort(sorted);
            m_ends[k] = ends(sorted);
        }
        m_reference = empty();
        m_learned.forEach(embedding -> count(embedding, m_reference));
        m_learned.clear();
        m_current = empty();
    }

    /** The tenths of sorted values, each once and none that is the largest, as nothing lies above that. */
    private static float[] ends(final float[] sorted) {
        final float[] ends = new float[BINS - 1];
        int count = 0;
        for (int bin = 1; bin < BINS; bin++) {
            final float end = sorted[(int)((long)bin * sorted.length / BINS)];
            if (end < sorted[sorted.length - 1] && (count == 0 || end > ends[count - 1])) {
                ends[count] = end;
                count++;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    private long[][] empty() {
        return Arrays.stream(m_ends).map(ends -> new long[ends.length + 1]).toArray(long[][]::new);
    }

    private void count(final float[] embedding, final long[][] counts) {
        for (int k = 0; k < m_ends.length; k++) {
            int bin = 0;
            while (bin < m_ends[k].length && embedding[k] > m_ends[k][bin]) {
                bin++;
            }
            counts[k][bin]++;
        }
    }

    private Reading most() {
        final int tests = Math.max(1, (int)Arrays.stream(m_ends).filter(ends -> ends.length > 0).count());
        Reading most = new Reading(Level.NONE, 0, 1);
        for (int k = 0; k < m_ends.length; k++) {
            if (m_ends[k].length > 0) {
                final Reading reading = Population.reading(m_reference[k], m_current[k], tests);
                if (reading.value() / reading.threshold() > most.value() / most.threshold()) {
                    most = reading;
                }
            }
        }
        return most;
    }
}
