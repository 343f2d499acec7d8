// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Methods that change gradients and weights, by hand. */
public final class WeightMethodsTest {

    private static final List<Tensor> TENSORS = List.of(new Tensor("norm", new TensorShape(Role.SCALE, 1, 3), 0),
        new Tensor("conv", new TensorShape(Role.WEIGHT, 1, 1), 3));

    /** With a learning rate of 0.1, a factor of 0.9 becomes 0.89999. */
    @Test
    public void sparsityPullsFactorsTowardsZero() {
        final float[] gradient = new float[4];

        ChannelSparsity.DEFAULT.gradientReady(null, new Weights(TENSORS, gradient),
            new Weights(TENSORS, new float[]{0.9f, -0.5f, 0, 0.7f}), null);

        assertArrayEquals(new float[]{1e-4f, -1e-4f, 0, 0}, gradient, 0);
        assertEquals(0.89999, 0.9 - 0.1 * gradient[0], 1e-9);
    }

    @Test
    public void sparsityMakesFactorsSmaller() throws CanceledException {
        final double plain = factors(new Training(normalised(), Networks.images(30, 1),
            new TrainingSettings(20, 10, 0.01, 5, true, 2)).fit(RunControl.none()));
        final double sparse = factors(new Training(normalised(), Networks.images(30, 1),
            new TrainingSettings(20, 10, 0.01, 5, true, 2)).with(List.of(new ChannelSparsity(0.1)))
                .fit(RunControl.none()));

        assertTrue(sparse < 0.9 * plain);
    }

    private static double factors(final FitResult result) {
        final Weights weights = Weights.of(result.network().spec(), result.network().weights());
        return weights.of(Role.SCALE).stream().mapToDouble(weights::norm).sum();
    }

    @Test
    public void sparsityRefusesNetworksWithoutFactors() {
        assertEquals("Network: \"Channel sparsity\" needs batch normalization, but it has none.",
            assertThrows(DataException.class,
                () -> ChannelSparsity.DEFAULT.join(Starts.of(Networks.network(1), Networks.images(6, 1), 1, 4)))
                    .getMessage());
    }

    /** |g| = 5: one radius up the slope is (0.3, 0.4) away. */
    @Test
    public void sharpnessIsFeltOneRadiusUpTheSlope() throws CanceledException {
        final List<Tensor> tensors = List.of(new Tensor("a", new TensorShape(Role.WEIGHT, 1, 2), 0));
        final Weights gradient = new Weights(tensors, new float[]{3, 4});

        new SharpnessAware(0.5).gradientReady(null, gradient, new Weights(tensors, new float[]{1, 1}),
            new ScriptedPasses() {

                @Override
                public Weights gradient(final Batch batch, final Weights at) {
                    assertArrayEquals(new float[]{1.3f, 1.4f}, at.values(), 1e-6f);
                    return new Weights(tensors, new float[]{7, 8});
                }
            });

        assertArrayEquals(new float[]{7, 8}, gradient.values(), 0);
    }

    @Test
    public void sharpnessCostsTwice() throws CanceledException {
        final FitResult result = new Training(Networks.network(1), Networks.images(30, 1),
            new TrainingSettings(1, 10, 0.01, 5, true, 2)).with(List.of(SharpnessAware.DEFAULT))
                .fit(RunControl.none());

        assertEquals(30 * 6 * Networks.spec().multiplyAdds(),
            result.cost().count(Quantity.FORWARD_MACS) + result.cost().count(Quantity.BACKWARD_MACS));
    }

    /** From 0, with weights 1 and 2: decays 2 / 11 and 3 / 12 are below 0.9. */
    @Test
    public void averageForgetsItsStartSoon() throws CanceledException {
        final Network zero = new Network(Networks.spec(), Networks.CLASSES, new float[154],
            Networks.network(1).history());
        final Part part = new WeightAverage(0.9).join(Starts.of(zero, Networks.images(6, 1), 1, 4));
        final float[] weights = new float[154];

        Arrays.fill(weights, 1);
        part.weightsUpdated(Weights.of(Networks.spec(), weights));
        Arrays.fill(weights, 2);
        part.weightsUpdated(Weights.of(Networks.spec(), weights));

        assertEquals(0.25 * (9.0 / 11) + 0.75 * 2, part.result().orElseThrow()[7], 1e-6);
    }

    @Test
    public void averageMovesSlowly() throws CanceledException {
        final Part part =
            new WeightAverage(0.999).join(Starts.of(Networks.network(1), Networks.images(6, 1), 1, 4));
        part.state().get(0)[0] = 1;
        part.state().get(1)[0] = 1e6f;
        part.weightsUpdated(Weights.of(Networks.spec(), new float[154]));

        assertEquals(0.999, part.result().orElseThrow()[0], 1e-6);
    }

    /** With a decay of 0 the average is the weights themselves, but for statistics that are measured, not run. */
    @Test
    public void statisticsOfAnAverageAreMeasuredAndCharged() throws CanceledException {
        final ImageSet images = Networks.images(30, 1);
        final var settings = new TrainingSettings(60, 10, 1e-6, 5, true, 2);
        final Network plain = new Training(normalised(), images, settings).fit(RunControl.none()).network();
        final FitResult averaged =
            new Training(normalised(), images, settings).with(List.of(new WeightAverage(0))).fit(RunControl.none());

        final Weights expected = Weights.of(plain.spec(), plain.weights());
        final Weights actual = Weights.of(plain.spec(), averaged.network().weights());
        for (final Tensor tensor : expected.tensors()) {
            for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                assertEquals(tensor.toString(), expected.values()[i], actual.values()[i],
                    tensor.shape().role().learned() ? 0 : 0.02);
            }
        }
        assertEquals(60 * 30, averaged.cost().count(Quantity.SAMPLES_SCORED));
    }

    @Test
    public void twoPhasesRepeatOrLeaveOut() {
        final int[] labels = {0, 0, 0, 0, 0, 1, 1, 2};
        final int[] over = new TwoPhaseTraining(0.5, TwoPhaseTraining.Balance.OVERSAMPLING, 0.1).balanced(labels,
            Seeds.of(1).generator());
        final int[] under = new TwoPhaseTraining(0.5, TwoPhaseTraining.Balance.UNDERSAMPLING, 0.1).balanced(labels,
            Seeds.of(1).generator());

        assertEquals(15, over.length);
        assertEquals(Set.of(0, 1, 2, 3, 4, 5, 6, 7), set(over));
        assertEquals(5, Arrays.stream(over).filter(i -> i == 7).count());
        assertEquals(2, Arrays.stream(over).filter(i -> i == 5).count(), 1);
        assertEquals(3, under.length);
        assertEquals(Set.of(0, 1, 2), set(Arrays.stream(under).map(i -> labels[i]).toArray()));
    }

    private static Set<Integer> set(final int[] values) {
        return new TreeSet<>(Arrays.stream(values).boxed().toList());
    }

    @Test
    public void secondPhaseTrainsTheLastLayerAlone() throws CanceledException {
        final var settings = new TrainingSettings(4, 10, 0.01, 5, true, 2);
        final var method = new TwoPhaseTraining(0.5, TwoPhaseTraining.Balance.OVERSAMPLING, 0.5);
        final FitResult both = new Training(Networks.network(1), Networks.images(30, 1), settings)
            .with(List.of(method)).fit(RunControl.none());
        final FitResult first = new Training(Networks.network(1), Networks.images(30, 1),
            new TrainingSettings(2, 10, 0.01, 5, true, 2))
                .with(List.of(new TwoPhaseTraining(0.99, TwoPhaseTraining.Balance.OVERSAMPLING, 0.5)))
                .fit(RunControl.none());

        // images go through the frozen layers once
        assertEquals(60 * 3 * Networks.spec().multiplyAdds() + 30 * (Networks.spec().multiplyAdds() - 12) + 60 * 3 * 12,
            both.cost().count(Quantity.FORWARD_MACS) + both.cost().count(Quantity.BACKWARD_MACS));
        assertEquals(30 * 3 * Networks.spec().multiplyAdds() + 30 * (Networks.spec().multiplyAdds() + 2 * 12),
            first.cost().count(Quantity.FORWARD_MACS) + first.cost().count(Quantity.BACKWARD_MACS));
    }

    @Test
    public void forgettingIsCountedByImage() throws CanceledException {
        final Part part = new TrainingHistory().join(Starts.of(Networks.network(1), Networks.images(3, 1), 1, 4));
        final float[][] visits = {{9, 0, 0, 0, 9, 0, 9, 0, 0}, {0, 9, 0, 0, 9, 0, 9, 0, 0},
            {9, 0, 0, 0, 9, 0, 9, 0, 0}, {0, 0, 9, 0, 9, 0, 9, 0, 0}};
        for (final float[] scores : visits) {
            part.lossReady(new Batch(new int[]{0, 1, 2}, Networks.SHAPE, 3, null, null, null), scores,
                new double[]{1, 2, 3});
        }

        assertArrayEquals(new double[]{2, 0, 5}, part.outcomes().get("Forgetting events"), 0);
        assertArrayEquals(new double[]{2, 4, 0}, part.outcomes().get("Times right"), 0);
        assertArrayEquals(new double[]{1, 2, 3}, part.outcomes().get("Mean loss"), 0);
    }

    private static Network normalised() {
        return Network.initialise(new NetworkSpec(Networks.SHAPE, List.of(
            new Node("conv", new Convolution(4, 3, 1, 1, false, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("norm", new BatchNormalization(1e-5, Activation.RELU), List.of("conv")),
            new Node("mean", new GlobalAveragePooling(), List.of("norm")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("mean")))), Networks.CLASSES,
            Seeds.of(1).named("initialise"));
    }
}
