// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;

/** The numbers of the papers' blocks, by hand. */
public final class BlocksTest {

    private static final ArchitectureOptions USUAL = ArchitectureOptions.DEFAULT;

    @Test
    public void ghostModuleHasHalfTheWeights() {
        final NetworkSpec spec = ghost(64);

        assertEquals(18_432 + 288, weights(spec, "ghost"));
        assertEquals(1.9692, 36_864.0 / weights(spec, "ghost"), 5e-5);
        assertEquals(new ImageShape(64, 8, 8), spec.graph().shape(spec.graph().place("ghost")));
    }

    @Test
    public void refusesAGhostModuleOfOddMaps() {
        assertEquals("a ghost module has an even number of maps, but not 5",
            assertThrows(IllegalArgumentException.class, () -> ghost(5)).getMessage());
    }

    @Test
    public void attentionAddsWhatThePaperCounts() {
        final NetworkSpec plain = Architectures.create("resnet8").build(new ImageShape(1, 28, 28), 10);
        final NetworkSpec gated = Architectures.create("resnet8-cbam").build(new ImageShape(1, 28, 28), 10);

        for (int stage = 1; stage <= 3; stage++) {
            final int channels = 8 << stage;
            assertEquals(2 * channels * channels / 16 + 98, weights(gated, "stage%d-block1-cbam".formatted(stage)));
        }
        final int biases = 1 + 16 + 2 + 32 + 4 + 64;
        assertEquals(plain.parameters() + 2 * (16 * 16 + 32 * 32 + 64 * 64) / 16 + 3 * 98 + biases + 3 * 4,
            gated.parameters());
    }

    @Test
    public void channelGateComputesTheExample() throws CanceledException {
        final var chain = new Chain(LeNet.INFO, new ImageShape(2, 28, 28), USUAL, false);
        final String gate = Cbam.channelGate(chain, "gate", 2, 1);
        final NetworkSpec spec = new NetworkSpec(new ImageShape(2, 2, 2), chain.scores(2).nodes());
        final float[] weights = new float[(int)spec.parameters()];
        System.arraycopy(new float[]{1, -1, 0, 1, 0.5f, 0, 0}, 0, weights, 0, 7);

        assertArrayEquals(new float[]{0.731059f, 0.622459f},
            compute(spec, weights, new float[]{1, 3, 2, 2, 0, 4, 0, 0}, gate), 1e-6f);
    }

    private static float[] compute(final NetworkSpec spec, final float[] weights, final float[] pixels,
        final String node) throws CanceledException {
        try (Workers workers = Workers.open(1); Replica replica = Kernels.open(spec, workers)) {
            replica.setWeights(weights);
            return replica.forward(new Pixels(pixels, 1, spec.input()), Mode.EVALUATION, node)[0];
        }
    }

    private static NetworkSpec ghost(final int filters) {
        final var chain = new Chain(ResNet.INFO_8, new ImageShape(64, 8, 8), USUAL, true);
        GhostModule.add(chain, "ghost", filters, 3, Activation.RELU);
        return chain.scores(2);
    }

    /** Without biases and normalisations, of all nodes whose names begin so. */
    private static long weights(final NetworkSpec spec, final String prefix) {
        final List<Tensor> tensors = spec.tensors().stream().filter(tensor -> tensor.node().startsWith(prefix)
            && tensor.shape().role() == Role.WEIGHT).toList();
        return tensors.stream().mapToLong(Tensor::length).sum();
    }
}
