// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Optional;

import org.bytedeco.dnnl.global.dnnl;
import org.frugalvision.dl4j.Backend;
import org.frugalvision.dl4j.NativeFiles;
import org.frugalvision.dl4j.OpenMp;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.NetworkSpec;

/**
 * Opens networks for computing: by oneDNN, called directly, on 64-bit Intel and AMD processors; by ND4J on others, on
 * GPUs, and where oneDNN cannot be loaded. The system property {@value #OPTION} ({@code onednn} or {@code nd4j}) takes
 * one of them in any case.
 */
public final class Kernels {

    /** Name of the system property. */
    public static final String OPTION = "frugalvision.kernel";

    private Kernels() {
    }

    /**
     * Prepares a network.
     *
     * @param spec the network
     * @param workers the threads that will compute; they must stay open as long as the network
     * @return the network, its weights all zero
     * @throws org.frugalvision.dl4j.BackendException if the native libraries cannot be had
     * @throws org.frugalvision.engine.run.DataException if the memory is not enough
     * @throws org.frugalvision.engine.run.SettingsException if the system property names no library
     */
    public static Replica open(final NetworkSpec spec, final Workers workers) {
        return open(spec, EightBits.NONE, workers);
    }

    /**
     * Prepares a network that is applied in whole numbers of 8 bits where oneDNN computes. Its gradients, and scores in
     * training mode, are those of single precision all the same.
     *
     * @param spec the network
     * @param eightBits which layers, and how
     * @param workers the threads that will compute; they must stay open as long as the network
     * @return the network, its weights all zero
     * @throws org.frugalvision.dl4j.BackendException if the native libraries cannot be had
     * @throws org.frugalvision.engine.run.DataException if the memory is not enough
     * @throws org.frugalvision.engine.run.SettingsException if the system property names no library
     */
    public static Replica open(final NetworkSpec spec, final EightBits eightBits, final Workers workers) {
        final Kernel kernel = choice().kernel();
        if (kernel == Kernel.ND4J) {
            Backend.start(); // in this thread, because it leaves threads of OpenMP behind that belong to the thread
        }
        return open(spec, eightBits, workers, kernel);
    }

    /** @return why networks are not computed by oneDNN although this processor could; empty if they are */
    public static Optional<String> warning() {
        return choice().warning();
    }

    /** @return whether networks can be applied in whole numbers of 8 bits; otherwise it is done in single precision */
    public static boolean eightBits() {
        return choice().kernel() == Kernel.ONEDNN;
    }

    /** Makes all that the calling thread computes run on this thread alone. */
    static void useOneThread() {
        if (choice().kernel() == Kernel.ND4J || Loading.FAILURE.isPresent() || !OpenMp.useOneThread()) {
            Backend.start().useOneThread();
        }
    }

    static Replica open(final NetworkSpec spec, final Workers workers, final Kernel kernel) {
        return open(spec, EightBits.NONE, workers, kernel);
    }

    static Replica open(final NetworkSpec spec, final EightBits eightBits, final Workers workers,
        final Kernel kernel) {
        final Graph graph = spec.graph();
        return new GraphReplica(spec, workers, workers.one(index -> kernel.open(graph, eightBits)));
    }

    /** The only attempt of the process: what fails once is not tried again by Java. */
    private static final class Loading {

        private static final Optional<String> FAILURE = failure();

        private static Optional<String> failure() {
            try {
                NativeFiles.check(dnnl.class);
                Onednn.load();
                return Optional.empty();
            } catch (LinkageError | IllegalStateException e) { // LinkageError: not there, or not for this system
                return Optional.of(KernelChoice.reason(e));
            }
        }
    }

    private static KernelChoice choice() {
        final boolean gpu = Backend.prepare().usesGpu();
        return KernelChoice.of(Optional.ofNullable(System.getProperty(OPTION)), System.getProperty("os.arch"), gpu,
            () -> Loading.FAILURE);
    }
}
