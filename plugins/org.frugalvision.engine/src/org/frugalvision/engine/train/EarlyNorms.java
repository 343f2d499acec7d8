// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.Prediction;
import org.frugalvision.engine.predict.PredictionCost;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.select.Answer;

/**
 * How hard images are early in training: several networks are trained for a few epochs on all of them, from other
 * starts each (Adam, rate 0.001, batches of 64), and what they then say about each image is averaged. Both answers come
 * from the same trainings, which are charged. Paul, Ganguli and Dziugaite 2021, arXiv:2107.07075.
 */
public final class EarlyNorms {

    private static final int BATCH = 64;

    private static final double RATE = 1e-3;

    private final LongFunction<Network> m_start;

    private final ImageSet m_images;

    private final int m_networks;

    private final int m_epochs;

    private final long m_seed;

    private final List<CostEntry> m_cost = new ArrayList<>();

    private double[] m_errors;

    private double[] m_gradients;

    /**
     * @param start gives an untrained network for each seed
     * @param images labelled images of at least two classes
     * @param networks how many are trained, 1 to 100
     * @param epochs of each training, 1 to 10,000
     * @param seed decides the starts
     * @throws SettingsException if a number is out of range
     */
    public EarlyNorms(final LongFunction<Network> start, final ImageSet images, final int networks, final int epochs,
        final long seed) {
        check(networks, epochs);
        m_start = start;
        m_images = images;
        m_networks = networks;
        m_epochs = epochs;
        m_seed = seed;
    }

    /**
     * @param networks how many are trained, 1 to 100
     * @param epochs of each training, 1 to 10,000
     * @throws SettingsException if a number is out of range
     */
    public static void check(final int networks, final int epochs) {
        check("Networks to train", networks, 100);
        check("Epochs", epochs, 10_000);
    }

    private static void check(final String title, final int value, final int most) {
        if (value < 1 || value > most) {
            throw new SettingsException(title, "must be at least 1 and at most %,d".formatted(most), value,
                "Start with 10.");
        }
    }

    /** @return answers {@link org.frugalvision.engine.select.Need#ERROR_NORMS} */
    public Answer<double[]> errors() {
        return answer(true);
    }

    /** @return answers {@link org.frugalvision.engine.select.Need#GRADIENT_NORMS} */
    public Answer<double[]> gradients() {
        return answer(false);
    }

    private Answer<double[]> answer(final boolean errors) {
        return new Answer<>() {

            @Override
            public double[] compute(final RunControl run) throws CanceledException {
                if (m_errors == null) {
                    train(run);
                }
                return errors ? m_errors : m_gradients;
            }

            @Override
            public List<CostEntry> cost() {
                return List.copyOf(m_cost);
            }
        };
    }

    private void train(final RunControl run) throws CanceledException {
        final double[] errors = new double[m_images.size()];
        final double[] gradients = new double[m_images.size()];
        for (int n = 0; n < m_networks; n++) {
            final RunControl own = run.part((double)n / m_networks, (n + 1.0) / m_networks);
            final FitResult result = new Training(m_start.apply(m_seed + n), m_images,
                new TrainingSettings(m_epochs, BATCH, RATE, m_seed + n, true, 0)).fit(own.part(0, 0.9));
            m_cost.add(result.cost());
            add(result.network(), errors, gradients, own.part(0.9, 1));
        }
        m_errors = errors;
        m_gradients = gradients;
    }

    private void add(final Network network, final double[] errors, final double[] gradients, final RunControl run)
        throws CanceledException {
        final int[] labels = network.labels(m_images);
        final PredictionCost cost = new PredictionCost(network);
        try (Predictor predictor = Predictor.open(network, InferenceSettings.DEFAULT, Optional.empty(), true)) {
            final List<Prediction> predictions = cost.predict(predictor, m_images, run);
            for (int i = 0; i < errors.length; i++) {
                final double error = error(predictions.get(i).probabilities(), labels[i]);
                errors[i] += error / m_networks;
                gradients[i] += gradient(error, predictions.get(i).embedding()) / m_networks;
            }
        }
        m_cost.add(cost.entry());
    }

    /** The length of probabilities less label. */
    static double error(final double[] probabilities, final int label) {
        double square = 0;
        for (int k = 0; k < probabilities.length; k++) {
            final double error = probabilities[k] - (k == label ? 1 : 0);
            square += error * error;
        }
        return Math.sqrt(square);
    }

    /** The length of the gradient by weights and biases of the last layer. */
    static double gradient(final double error, final float[] embedding) {
        double square = 1;
        for (final float value : embedding) {
            square += (double)value * value;
        }
        return error * Math.sqrt(square);
    }
}
