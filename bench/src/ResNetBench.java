// SPDX-License-Identifier: Apache-2.0
// bench/run ResNetBench: images per CPU-second of ResNet-8, bare DL4J beside ours (half a minute)

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

import javax.management.ObjectName;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Images per CPU-second of ResNet-8 on 32 x 32 x 3 noise: bare DL4J with its own layers beside ours; one thread. */
public final class ResNetBench {

    private static final int BATCH = 64;

    private static final int BATCHES = 16;

    private ResNetBench() {
    }

    public static void main(final String... arguments) throws Exception {
        Backend.start();
        final ComputationGraph bare = Dl4jGraphs.resnet8();
        final ImageSet images = images();
        final Network network = Network.initialise(Architectures.create("resnet8").build(images.shape(), 10),
            images.classes(), Seeds.of(1));
        final INDArray pixels = Nd4j.rand(BATCH, 3, 32, 32);
        final INDArray labels = Nd4j.zeros(BATCH, 10);
        for (int i = 0; i < BATCH; i++) {
            labels.putScalar(i, i % 10, 1);
        }
        final double[] best = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        for (int round = 0; round < 5; round++) { // alternating, so that the machine's other work meets both
            time(best, 0, () -> {
                for (int i = 0; i < BATCHES; i++) {
                    bare.fit(new INDArray[]{pixels}, new INDArray[]{labels});
                }
            });
            time(best, 1, () -> new Training(network, images, new TrainingSettings(1, BATCH, 1e-3, 1, true, 1))
                .fit(RunControl.none()));
            time(best, 2, () -> {
                for (int i = 0; i < BATCHES; i++) {
                    bare.outputSingle(pixels);
                }
            });
            time(best, 3, () -> Inference.probabilities(network, images, new InferenceSettings(BATCH, 1),
                RunControl.none()));
        }
        final String[] names = {"bare DL4J, training", "ours, training", "bare DL4J, applying", "ours, applying"};
        for (int i = 0; i < names.length; i++) {
            System.out.printf(Locale.ROOT, "ResNet-8, %s: %.0f images per CPU-second%n", names[i],
                BATCH * BATCHES / best[i]);
        }
        System.out.printf(Locale.ROOT, "RATIO resnet8-train-over-dl4j %.2f%nRATIO resnet8-infer-over-dl4j %.2f%n",
            best[0] / best[1], best[2] / best[3]);
        System.exit(0);
    }

    private interface Work {

        void run() throws Exception;
    }

    private static void time(final double[] best, final int index, final Work work) throws Exception {
        final double start = cpuSeconds();
        work.run();
        best[index] = Math.min(best[index], cpuSeconds() - start);
    }

    private static double cpuSeconds() throws Exception {
        return (Long)ManagementFactory.getPlatformMBeanServer().getAttribute(
            new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "ProcessCpuTime") / 1e9;
    }

    private static ImageSet images() {
        final ImageShape shape = new ImageShape(3, 32, 32);
        final var builder = new ImageSetBuilder(shape, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
        final var random = Seeds.of(1).generator();
        for (int i = 0; i < BATCH * BATCHES; i++) {
            final byte[] pixels = new byte[shape.size()];
            random.nextBytes(pixels);
            builder.add("Row" + i, pixels, i % 10);
        }
        return builder.build();
    }
}
