// SPDX-License-Identifier: Apache-2.0

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.management.ObjectName;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Architectures;
import org.frugalvision.engine.network.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Trainer;
import org.frugalvision.engine.train.TrainingSettings;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Images per CPU-second of ResNet-8 on 32 x 32 x 3 noise: bare DL4J with its own layers beside ours; one thread. */
public final class ResNetBench {

    private static final int BATCH = 64;

    private static final int BATCHES = 16;

    private ResNetBench() {
    }

    public static void main(final String... arguments) throws Exception {
        Backend.start();
        final ComputationGraph bare = bareGraph();
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
            time(best, 1, () -> Trainer.fit(network, images, Optional.empty(),
                new TrainingSettings(1, BATCH, 1e-3, 1, true, 1), List.of(), RunControl.none()));
            time(best, 2, () -> {
                for (int i = 0; i < BATCHES; i++) {
                    bare.outputSingle(pixels);
                }
            });
            time(best, 3, () -> network.probabilities(images, new InferenceSettings(BATCH, 1), RunControl.none()));
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

    private static ComputationGraph bareGraph() {
        final GraphBuilder graph = new NeuralNetConfiguration.Builder().updater(new Adam(1e-3))
            .convolutionMode(ConvolutionMode.Same).graphBuilder().addInputs("in")
            .setInputTypes(InputType.convolutional(32, 32, 3));
        String last = convolution(graph, "stem", "in", 3, 16, 1, true);
        for (int stage = 1; stage <= 3; stage++) {
            final int filters = 8 << stage;
            final int stride = stage == 1 ? 1 : 2;
            final String name = "stage" + stage;
            final String shortcut =
                stage == 1 ? last : convolution(graph, name + "-shortcut", last, 1, filters, stride, false);
            final String first = convolution(graph, name + "-conv1", last, 3, filters, stride, true);
            final String second = convolution(graph, name + "-conv2", first, 3, filters, 1, false);
            graph.addVertex(name + "-sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), second, shortcut);
            graph.addLayer(name, new ActivationLayer(Activation.RELU), name + "-sum");
            last = name;
        }
        graph.addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), last);
        graph.addLayer("scores", new OutputLayer.Builder(LossFunction.MCXENT).nOut(10)
            .activation(Activation.SOFTMAX).build(), "mean");
        final ComputationGraph built = new ComputationGraph(graph.setOutputs("scores").build());
        built.init();
        return built;
    }

    private static String convolution(final GraphBuilder graph, final String name, final String input,
        final int kernel, final int filters, final int stride, final boolean relu) {
        graph.addLayer(name, new ConvolutionLayer.Builder(kernel, kernel).stride(stride, stride).nOut(filters)
            .hasBias(false).activation(Activation.IDENTITY).build(), input);
        graph.addLayer(name + "-norm", new BatchNormalization(), name);
        if (!relu) {
            return name + "-norm";
        }
        graph.addLayer(name + "-relu", new ActivationLayer(Activation.RELU), name + "-norm");
        return name + "-relu";
    }
}
