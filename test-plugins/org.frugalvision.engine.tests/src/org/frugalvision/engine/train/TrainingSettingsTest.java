// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** What can be set, and what cannot. */
public final class TrainingSettingsTest {

    @Test
    public void defaultsAreTheReference() {
        assertEquals(new TrainingSettings(10, 64, 0.001, 0, true, 0), TrainingSettings.DEFAULT);
    }

    @Test
    public void refusesImpossibleEpochs() {
        assertRefused("\"Epochs\" must be between 1 and 10,000, but is 0.", 0, 64, 1e-3, 1);
        assertRefused("\"Epochs\" must be between 1 and 10,000, but is 10,001.", 10_001, 64, 1e-3, 1);
    }

    @Test
    public void refusesImpossibleBatchSizes() {
        assertRefused("\"Batch size\" must be between 1 and 65,536, but is -1.", 1, -1, 1e-3, 1);
        assertRefused("\"Batch size\" must be between 1 and 65,536, but is 65,537.", 1, 65_537, 1e-3, 1);
    }

    @Test
    public void refusesImpossibleLearningRates() {
        final String rule = "\"Learning rate\" must be greater than 0 and at most 10, but is ";
        assertRefused(rule + "0.", 1, 64, 0, 1);
        assertRefused(rule + "-0.1.", 1, 64, -0.1, 1);
        assertRefused(rule + "1000000000.", 1, 64, 1e9, 1);
        assertRefused(rule + "NaN.", 1, 64, Double.NaN, 1);
        assertRefused(rule + "Infinity.", 1, 64, Double.POSITIVE_INFINITY, 1);
    }

    @Test
    public void refusesImpossibleThreads() {
        assertRefused("\"Threads\" must be between 0 (all cores but one) and 256, but is 257.", 1, 64, 1e-3, 257);
    }

    private static void assertRefused(final String message, final int epochs, final int batchSize,
        final double learningRate, final int threads) {
        assertEquals(message, assertThrows(SettingsException.class,
            () -> new TrainingSettings(epochs, batchSize, learningRate, 0, true, threads)).getMessage());
    }
}
