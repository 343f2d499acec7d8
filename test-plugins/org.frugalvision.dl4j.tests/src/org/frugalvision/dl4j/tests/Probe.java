// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import java.util.Random;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.LayerHelper;
import org.frugalvision.dl4j.Backend;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Builds a small network and says what DL4J computes its convolution with. Also the program of forked processes. */
public final class Probe {

    private Probe() {
    }

    /** Prints what {@link #helper} says; with an argument, helpers are switched off before the network is built. */
    public static void main(final String... arguments) {
        System.out.println("helper " + helper(arguments.length > 0));
        System.exit(0);
    }

    /** Simple name of the class that does the work of the convolution layer, or "none"; the network computes once. */
    public static String helper(final boolean helpersOff) {
        Backend.start();
        if (helpersOff) {
            System.setProperty("org.eclipse.deeplearning4j.helpers.disable", "true");
        }
        final var graph = new ComputationGraph(new NeuralNetConfiguration.Builder().graphBuilder().addInputs("input")
            .setInputTypes(InputType.convolutional(8, 8, 1))
            .addLayer("convolution", new ConvolutionLayer.Builder(3, 3).nIn(1).nOut(2).build(), "input")
            .addLayer("scores", new OutputLayer.Builder(new LossMCXENT()).nIn(72).nOut(2).build(), "convolution")
            .setOutputs("scores").build());
        graph.init();
        final float[] pixels = new float[64];
        final var random = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        graph.outputSingle(Nd4j.create(pixels, new long[]{1, 1, 8, 8}, 'c'));
        final LayerHelper helper = graph.getLayer("convolution").getHelper();
        return helper == null ? "none" : helper.getClass().getSimpleName();
    }
}
