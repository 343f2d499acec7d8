// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.RunControl;

/** Small pools for tests. */
final class PoolFixture {

    private PoolFixture() {
    }

    /** Images Row0, Row1, ... with thumbnails of any length. */
    static Pool of(final int[] labels, final float[]... thumbnails) {
        return labelled(labels).put(Need.THUMBNAILS, run -> thumbnails).pool();
    }

    static Answers labelled(final int[] labels) {
        return named("Row", labels).put(Need.SELECTED, named("Old", new int[0]).asOthers()).put(Need.CLASSES,
            run -> List.of("a", "b", "c"));
    }

    private static Answers named(final String name, final int[] labels) {
        return new Answers(IntStream.range(0, labels.length).mapToObj(i -> name + i).toList(), RunControl.none())
            .put(Need.LABELS, run -> labels);
    }

    /** Everything that any method may ask for, made of the same vectors. */
    static Answers everything(final int[] labels, final float[]... vectors) {
        return answered(labelled(labels), vectors).put(Need.QUERY, others("Query", 3, labels, vectors))
            .put(Need.PRIVATE, others("Private", 2, labels, vectors))
            .put(Need.LABELLED,
                others("Labelled", 6, Arrays.stream(labels).map(label -> Math.max(0, label)).toArray(), vectors));
    }

    /** The first images once more, under other names. */
    static Answer<Pool> others(final String name, final int most, final int[] labels, final float[]... vectors) {
        final int count = Math.min(most, vectors.length);
        return answered(named(name, Arrays.copyOf(labels, count)), Arrays.copyOf(vectors, count)).asOthers();
    }

    private static Answers answered(final Answers answers, final float[]... vectors) {
        return answers.put(Need.THUMBNAILS, run -> vectors).put(Need.VECTORS, run -> vectors)
            .put(Need.EMBEDDINGS, run -> vectors)
            .put(Need.PROBABILITIES, run -> Arrays.stream(vectors).map(PoolFixture::shares).toArray(double[][]::new))
            .put(Need.BOUNDARIES, run -> Arrays.stream(vectors).map(PoolFixture::distances).toArray(double[][]::new))
            .put(Need.PREVIOUS_PROBABILITIES,
                run -> Arrays.stream(vectors).map(v -> shares(new float[]{v[v.length - 1], 0})).toArray(double[][]::new))
            .put(Need.DROPOUT, run -> Arrays.stream(vectors).map(PoolFixture::passes).toArray(double[][][]::new))
            .put(Need.PRETEXT_LOSS, run -> first(vectors)).put(Need.ERROR_NORMS, run -> first(vectors))
            .put(Need.GRADIENT_NORMS, run -> first(vectors)).put(Need.DEEP_FOOL, run -> first(vectors))
            .put(Need.ITERATIVE, run -> first(vectors))
            .put(Need.FORGETTING, run -> Arrays.stream(vectors).mapToDouble(v -> Math.round(3 * v[0])).toArray());
    }

    private static double[] first(final float[]... vectors) {
        return Arrays.stream(vectors).mapToDouble(v -> v[0]).toArray();
    }

    private static double[][] passes(final float[] vector) {
        return new double[][]{shares(vector), shares(new float[]{vector[vector.length - 1], vector[0]}),
            shares(new float[]{2 * vector[0], vector[0]})};
    }

    /** To the boundaries of weights that are all as far from each other. */
    private static double[] distances(final float[] vector) {
        return new Boundaries(new double[][]{{0, 1, 1}, {1, 0, 1}, {1, 1, 0}}).distances(shares(vector));
    }

    /** Three positive numbers that sum to 1. */
    private static double[] shares(final float[] vector) {
        final double a = 1 + vector[0];
        final double b = 1 + vector[vector.length - 1];
        return new double[]{a / (a + b + 1), b / (a + b + 1), 1 / (a + b + 1)};
    }

    /** The points A (0, 0), B (0, 1), C (4, 0) and D (4, 3) of the specifications. */
    static float[][] fourPoints() {
        return new float[][]{{0, 0}, {0, 1}, {4, 0}, {4, 3}};
    }

    /** Given by its columns. */
    static Similarity similarity(final double[][] columns) {
        return new Similarity() {

            @Override
            public int size() {
                return columns.length;
            }

            @Override
            public void column(final int j, final int from, final int to, final double[] similarities) {
                System.arraycopy(columns[j], from, similarities, from, to - from);
            }

            @Override
            public double own(final int j) {
                return columns[j][j];
            }

            @Override
            public double bound(final int j) {
                return Arrays.stream(columns[j]).sum();
            }
        };
    }

    /** 5 less the distance. */
    static Similarity fourPointsAsSimilarity() {
        final float[][] points = fourPoints();
        final double[][] columns = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                columns[i][j] = 5 - Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
            }
        }
        return similarity(columns);
    }
}
