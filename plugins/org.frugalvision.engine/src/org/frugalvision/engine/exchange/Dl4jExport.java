// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes networks as DL4J 1.0.0-M2.1 does, with DL4J itself: a {@code ComputationGraph} of DL4J's own layers with a
 * softmax at its end. {@code ModelSerializer.restoreComputationGraph} reads it without any class of ours. Classes and
 * image size stand in an entry that DL4J passes over; prior, provenance and costs are left out. Images enter as ours do
 * (NCHW, 0 to 1). Memory: about five times the weights. Equal networks give equal bytes.
 */
public final class Dl4jExport {

    private Dl4jExport() {
    }

    /**
     * @param network a network
     * @param out receives the file, not closed
     * @param run asked whether to go on while other work computes
     * @throws IOException if writing fails
     * @throws CanceledException if the work was canceled
     * @throws DataException if a layer has no counterpart in DL4J, or images have several labels
     */
    public static void write(final Network network, final OutputStream out, final RunControl run)
        throws IOException, CanceledException {
        if (network.labelling() == Labelling.SEVERAL) {
            throw new DataException("Network",
                "it tells several labels per image, but a file of DL4J is written for one class per image only.",
                "Write it as a file of Frugal Vision.");
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Compute.Lease lease = Compute.lease(run)) {
            Backend.start();
            final ComputationGraph graph = graph(network);
            try {
                ModelSerializer.writeModel(graph, bytes, false);
            } finally {
                graph.close();
            }
        }
        final ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (var written = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = written.getNextEntry(); entry != null; entry = written.getNextEntry()) {
                zip.putNextEntry(timeless(entry.getName()));
                written.transferTo(zip);
                zip.closeEntry();
            }
        }
        zip.putNextEntry(timeless(Companion.ENTRY));
        zip.write(Companion.write(network));
        zip.closeEntry();
        zip.finish();
    }

    private static ComputationGraph graph(final Network network) {
        final ComputationGraph graph = new ComputationGraph(Dl4jConfiguration.of(network.spec()));
        graph.init();
        final float[] weights = theirs(network, graph);
        try (INDArray array = Nd4j.create(weights, new long[]{1, weights.length}, 'c')) {
            graph.setParams(array);
        }
        return graph;
    }

    /** Our weights in DL4J's order: vertex after vertex as DL4J sorts them. */
    private static float[] theirs(final Network network, final ComputationGraph graph) {
        final Graph places = network.spec().graph();
        final Set<String> nodes = network.spec().nodes().stream().map(Node::name).collect(Collectors.toSet());
        final float[] ours = network.weights();
        final float[] theirs = new float[ours.length];
        int at = 0;
        for (final int index : graph.topologicalSortOrder()) {
            final String name = graph.getVertices()[index].getVertexName();
            if (nodes.contains(name)) {
                final int place = places.place(name);
                final float[] values = theirs(places.layer(place), places.tensors(place), ours);
                System.arraycopy(values, 0, theirs, at, values.length);
                at += values.length;
            }
        }
        return theirs;
    }

    private static float[] theirs(final Layer layer, final List<Tensor> tensors, final float[] ours) {
        float[] all = new float[0];
        for (final Tensor tensor : tensors) {
            final float[] values = Arrays.copyOfRange(ours, tensor.offset(), tensor.offset() + tensor.length());
            if (tensor.shape().role() == Role.WEIGHT && layer instanceof DepthwiseConvolution) {
                all = Tensors.transposed(values, tensor.shape().shape()[0]);
            } else if (tensor.shape().role() == Role.BIAS && convolution(layer)) {
                all = Tensors.joined(values, all);
            } else {
                all = Tensors.joined(all, values);
            }
        }
        return all;
    }

    private static boolean convolution(final Layer layer) {
        return layer instanceof DepthwiseConvolution || layer instanceof Convolution;
    }

    private static ZipEntry timeless(final String name) {
        final ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }
}
