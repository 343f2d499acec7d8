// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.DataException;

/**
 * The boundaries between the classes that a last dense layer draws through the space of embeddings. Scores of two
 * classes differ by as much as the logarithms of their probabilities.
 *
 * @param apart for each two classes the distance of their weights
 */
record Boundaries(double[][] apart) {

    static Boundaries of(final Network network) {
        final Graph graph = network.spec().graph();
        if (!(graph.layer(graph.last()) instanceof Dense)) {
            throw new DataException("Network", "it must end with a dense layer, but ends with node \"%s\" (%s)."
                .formatted(graph.name(graph.last()), graph.layer(graph.last()).description()),
                "Choose a method that needs probabilities only, such as \"Margin\".");
        }
        final Tensor tensor = graph.tensors(graph.last()).get(0);
        final float[] weights = network.weights();
        final int classes = network.classes().size();
        final int inputs = tensor.length() / classes;
        final double[][] apart = new double[classes][classes];
        for (int a = 0; a < classes; a++) {
            for (int b = 0; b < classes; b++) {
                double square = 0;
                for (int k = 0; k < inputs; k++) {
                    final double difference = (double)weights[tensor.offset() + a * inputs + k]
                        - weights[tensor.offset() + b * inputs + k];
                    square += difference * difference;
                }
                apart[a][b] = Math.sqrt(square);
            }
        }
        return new Boundaries(apart);
    }

    /** See {@link Need#BOUNDARIES}. */
    double[] distances(final double[] probabilities) {
        final int predicted = Surprise.predicted(probabilities);
        final double[] distances = new double[probabilities.length];
        for (int k = 0; k < distances.length; k++) {
            final double scores = Math.log(probabilities[predicted]) - Math.log(probabilities[k]);
            distances[k] = k == predicted || scores == 0 ? 0
                : apart[predicted][k] == 0 ? Double.POSITIVE_INFINITY : scores / apart[predicted][k];
        }
        return distances;
    }
}
