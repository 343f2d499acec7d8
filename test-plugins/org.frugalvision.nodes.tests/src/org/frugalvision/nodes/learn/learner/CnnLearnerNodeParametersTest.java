// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.function.Consumer;

import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;

/** What the dialog, the workflow and flow variables cannot set, every message in full. */
public class CnnLearnerNodeParametersTest {

    @Test
    public void refusesSizesThatAreNone() {
        refuses("\"Epochs\" must be between 1 and 10,000, but is 0.", p -> p.m_epochs = 0);
        refuses("\"Epochs\" must be between 1 and 10,000, but is -3.", p -> p.m_epochs = -3);
        refuses("\"Batch size\" must be between 1 and 65,536, but is 0.", p -> p.m_batchSize = 0);
        refuses("\"Batch size\" must be between 1 and 65,536, but is -64.", p -> p.m_batchSize = -64);
        refuses("\"Batch size\" must be between 1 and 65,536, but is 65,537.", p -> p.m_batchSize = 65_537);
        refuses("\"Threads\" must be between 0 (all cores but one) and 256, but is -1.", p -> p.m_threads = -1);
        refuses("\"Threads\" must be between 0 (all cores but one) and 256, but is 257.", p -> p.m_threads = 257);
    }

    @Test
    public void refusesLearningRatesThatCannotTrain() {
        refuses("\"Learning rate\" must be greater than 0 and at most 10, but is 0.", p -> p.m_learningRate = 0);
        refuses("\"Learning rate\" must be greater than 0 and at most 10, but is -0.1.", p -> p.m_learningRate = -0.1);
        refuses("\"Learning rate\" must be greater than 0 and at most 10, but is NaN.",
            p -> p.m_learningRate = Double.NaN);
        refuses("\"Learning rate\" must be greater than 0 and at most 10, but is 1000000000.",
            p -> p.m_learningRate = 1e9);
        refuses("\"Learning rate\" must be greater than 0 and at most 10, but is Infinity.",
            p -> p.m_learningRate = Double.POSITIVE_INFINITY);
    }

    @Test
    public void refusesUpdatersThatCannotTrain() {
        refuses("\"Optimizer\" must be one of adam, adamw, nesterov, sgd, lars, lamb, but is \"magic\".",
            p -> p.m_updater.m_updater = "magic");
        refuses("\"Momentum\" must be at least 0 and less than 1, but is 1.", p -> {
            p.m_updater.m_updater = "nesterov";
            p.m_updater.m_momentum = 1;
        });
        refuses("\"Weight decay\" must be between 0 and 1, but is -1.", p -> p.m_updater.m_weightDecay = -1);
        refuses("\"Gradient clipping\" must be at least 0 (0 = off), but is NaN.",
            p -> p.m_updater.m_clipNorm = Double.NaN);
    }

    @Test
    public void refusesSchedulesThatCannotBeFollowed() {
        refuses("\"Schedule\" must be one of constant, step, cosine, one-cycle, cyclical, but is \"magic\".",
            p -> p.m_schedule.m_schedule = "magic");
        refuses("\"Warm-up epochs\" must be between 0 and 1,000, but is -1.", p -> p.m_schedule.m_warmUpEpochs = -1);
        refuses("\"Epochs per step\" must be between 1 and 10,000, but is 0.", p -> {
            p.m_schedule.m_schedule = "step";
            p.m_schedule.m_stepEpochs = 0;
        });
        refuses("\"Factor per step\" must be greater than 0 and at most 1, but is 0.",
            p -> {
            p.m_schedule.m_schedule = "step";
            p.m_schedule.m_stepFactor = 0;
        });
    }

    @Test
    public void refusesWeightsThatAreNone() {
        refuses("\"Weights of the classes\" must give \"a\" a number of at least 0, but is \"lots\".",
            p -> weights(p, "a=lots"));
        refuses("\"Weights of the classes\" must give \"a\" a number of at least 0, but is \"-1\".",
            p -> weights(p, "a=-1"));
        refuses("\"Weights of the classes\" must have a number above 0, but is \"a=0\".", p -> weights(p, "a=0"));
        refuses("\"Weights of the classes\" must name classes with their numbers, but is \"\".", p -> weights(p, ""));
    }

    @Test
    public void refusesBudgetsBelowZero() {
        refuses("\"Time limit\" must be at least 0 seconds (0 = no limit), but is -1.",
            p -> p.m_stopping.m_seconds = -1);
        refuses("\"Time limit\" must be at least 0 seconds (0 = no limit), but is NaN.",
            p -> p.m_stopping.m_seconds = Double.NaN);
        refuses("\"Image limit\" must be at least 0 images (0 = no limit), but is -1.",
            p -> p.m_stopping.m_images = -1);
        refuses("\"Patience\" must be between 1 and 10,000 epochs, but is 0.", p -> p.m_stopping.m_patience = 0);
        refuses("\"Smallest improvement\" must be at least 0, but is -0.5.", p -> p.m_stopping.m_minDelta = -0.5);
    }

    @Test
    public void aBudgetOfZeroIsNoLimit() throws Exception {
        final var parameters = new CnnLearnerNodeParameters();
        parameters.m_stopping.m_seconds = 0;
        parameters.m_stopping.m_images = 0;

        parameters.validate();
    }

    private static void weights(final CnnLearnerNodeParameters parameters, final String text) {
        parameters.m_classWeights.m_kind = ClassWeightParameters.Kind.GIVEN;
        parameters.m_classWeights.m_given = text;
    }

    private static void refuses(final String message, final Consumer<CnnLearnerNodeParameters> wrong) {
        final var parameters = new CnnLearnerNodeParameters();
        wrong.accept(parameters);

        assertEquals(message, assertThrows(InvalidSettingsException.class, parameters::validate).getMessage());
    }
}
