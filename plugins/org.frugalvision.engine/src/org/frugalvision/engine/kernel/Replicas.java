// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;

/** TEMPORARY until branch kernel is merged. */
public final class Replicas {
    private Replicas() {
    }

    public static Replica open(final NetworkSpec spec, final Workers workers) {
        return new Adapter(spec, workers.count());
    }

    private static final class Adapter implements Replica {
        private final NetworkSpec m_spec;
        private final org.frugalvision.engine.network.Replicas m_replicas;

        Adapter(final NetworkSpec spec, final int threads) {
            m_spec = spec;
            m_replicas = org.frugalvision.engine.network.Replicas.open(spec, threads);
        }

        @Override
        public NetworkSpec spec() {
            return m_spec;
        }

        @Override
        public void setWeights(final float[] weights) {
            m_replicas.setWeights(weights);
        }

        @Override
        public float[][] forward(final Pixels batch, final Mode mode, final String... nodes) throws CanceledException {
            final int size = m_spec.input().size();
            final float[][] out = new float[nodes.length][];
            final List<float[][]> all = m_replicas.all((replica, index) -> {
                final int from = batch.images() * index / m_replicas.count();
                final int to = batch.images() * (index + 1) / m_replicas.count();
                return from == to ? new float[][]{{}, {}}
                    : replica.scoresAndEmbeddings(Arrays.copyOfRange(batch.values(), from * size, to * size), to - from);
            });
            for (int n = 0; n < nodes.length; n++) {
                final int which = nodes[n].equals(m_spec.nodes().get(m_spec.nodes().size() - 1).name()) ? 0 : 1;
                int length = 0;
                for (final float[][] values : all) {
                    length += values[which].length;
                }
                out[n] = new float[length];
                int at = 0;
                for (final float[][] values : all) {
                    System.arraycopy(values[which], 0, out[n], at, values[which].length);
                    at += values[which].length;
                }
            }
            return out;
        }

        @Override
        public float[] gradient(final Pixels batch, final Mode mode, final ScoreGradient loss, final Wanted wanted,
            final float[] weightGradient, final float[] inputGradient) throws CanceledException {
            final int classes = m_spec.classes();
            final float[] scores = new float[batch.images() * classes];
            final List<float[]> parts = new ArrayList<>(m_replicas.all((replica, index) -> {
                final int from = (int)((long)batch.images() * index / m_replicas.count());
                final int to = (int)((long)batch.images() * (index + 1) / m_replicas.count());
                final float[] gradient = new float[weightGradient.length];
                if (from < to) {
                    final float[] theirs = replica.gradient(batch.values(), loss, from, to - from, mode.noise(), gradient);
                    System.arraycopy(theirs, 0, scores, from * classes, (to - from) * classes);
                }
                return gradient;
            }));
            Arrays.fill(weightGradient, 0);
            for (final float[] part : parts) {
                for (int i = 0; i < part.length; i++) {
                    weightGradient[i] += part[i];
                }
            }
            return scores;
        }

        @Override
        public void close() {
            m_replicas.close();
        }
    }
}
