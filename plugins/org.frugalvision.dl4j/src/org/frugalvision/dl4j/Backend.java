// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.config.DL4JClassLoading;
import org.deeplearning4j.config.DL4JSystemProperties;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.common.config.ND4JSystemProperties;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The one place that prepares JavaCPP, DL4J and ND4J, before their first use: convolution helpers on, class loaders,
 * folder of the native libraries, limit of the memory outside the Java heap, threads. Whoever computes without ND4J
 * calls {@link #prepare()}, which is cheap. The first {@link #start()} of a process takes one to three seconds and 60
 * MB, and a few more seconds when the native libraries (440 MB) have to be unpacked; later ones are free. Thread-safe.
 */
public final class Backend {

    private static final String CPU_PACKAGE = "org.nd4j.linalg.cpu.";

    private static final String CPU_LIBRARY = CPU_PACKAGE + "nativecpu.bindings.Nd4jCpu";

    /** Of the only attempt to prepare JavaCPP, which decides for a device. */
    private static final AtomicReference<Outcome> PREPARED = new AtomicReference<>();

    /** Of the only attempt: ND4J's static initialisers, which bind one backend per process, cannot be repeated. */
    private static final AtomicReference<Outcome> STARTED = new AtomicReference<>();

    private final Path m_nativeFolder;

    private final long m_offHeapLimit;

    private final boolean m_gpuWanted;

    private volatile boolean m_gpu;

    private Backend(final boolean gpuWanted) throws Exception {
        NativeFiles.checkJavaCpp();
        m_gpuWanted = gpuWanted;
        m_offHeapLimit = OffHeapLimit.fromSystem();
        System.setProperty(DL4JSystemProperties.DISABLE_HELPER_PROPERTY, "false");
        System.setProperty(DL4JSystemProperties.CRASH_DUMP_ENABLED_PROPERTY, "false");
        System.setProperty(ND4JSystemProperties.LOG_INITIALIZATION, "false");
        // both read their class loader once; the context class loader of a foreign thread would not see this bundle
        if (gpuWanted) {
            ND4JClassLoading.setNd4jClassloaderFromClass(Backend.class);
        } else {
            ND4JClassLoading.setNd4jClassloader(new BackendLoader(Backend.class.getClassLoader()));
        }
        DL4JClassLoading.setDl4jClassloaderFromClass(Backend.class);
        // JavaCPP reads these once; other products in the process that bring their own JavaCPP must not see them
        try (ScopedProperties properties = new ScopedProperties()) {
            properties.set("org.bytedeco.javacpp.cachedir", NativeFolder.fromSystem().toString());
            properties.set(ND4JSystemProperties.JAVACPP_MEMORY_MAX_BYTES, Long.toString(m_offHeapLimit));
            // ND4J's own allocations do not count as JavaCPP's, only the memory of the whole process tells of them
            properties.set(ND4JSystemProperties.JAVACPP_MEMORY_MAX_PHYSICAL_BYTES,
                Long.toString(Runtime.getRuntime().maxMemory() + m_offHeapLimit));
            // where our folder cannot be written, JavaCPP takes one of its own
            m_nativeFolder = Loader.getCacheDir().toPath();
            Pointer.maxBytes();
        }
    }

    /**
     * Decides for the CPU, unless {@link #startOnGpu} came first, and prepares JavaCPP, with which other native
     * libraries than ND4J's can be called.
     *
     * @return the backend, not to compute with by ND4J
     * @throws BackendException if the native libraries cannot be had; so do all later calls
     */
    public static Backend prepare() {
        return prepare(false);
    }

    /**
     * Prepares DL4J unless this was done before: for the CPU, unless {@link #startOnGpu} came first.
     *
     * @return the prepared backend
     * @throws BackendException if the native libraries cannot be had; so do all later calls
     */
    public static Backend start() {
        return start(false);
    }

    /**
     * Prepares DL4J for the GPU, unless it was prepared before. If CUDA cannot be loaded, ND4J takes the CPU: see
     * {@link #usesGpu}.
     *
     * @return the prepared backend
     * @throws BackendException if the native libraries cannot be had; so do all later calls
     */
    public static Backend startOnGpu() {
        return start(true);
    }

    /** @return whether anything was prepared in this process; from then on the device cannot be changed any more */
    public static boolean isPrepared() {
        return PREPARED.get() != null;
    }

    /** @return whether ND4J computes on a GPU */
    public boolean usesGpu() {
        return m_gpu;
    }

    /** @return whether ND4J has oneDNN inside, as it has on 64-bit Intel and AMD processors */
    public boolean hasOnednn() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo().contains("HAVE_ONEDNN");
    }

    /**
     * Makes every operation that the calling thread starts run on this thread alone; to be called once by each thread
     * that computes. OpenMP keeps its limit per thread, OpenBLAS one per process; without both limits idle threads
     * spin. Several threads that compute independently use several cores much better than one operation split over
     * them.
     */
    public void useOneThread() {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        // also creates ND4J's BLAS object, whose constructor would otherwise raise the limit again on first use
        Nd4j.factory().blas().setMaxThreads(1);
    }

    /** @return the folder into which the native libraries were unpacked */
    public Path nativeFolder() {
        return m_nativeFolder;
    }

    /** @return how many bytes the process may take beyond the largest Java heap before ND4J refuses to go on */
    public long offHeapLimit() {
        return m_offHeapLimit;
    }

    /** @return the resident memory of this process now, in bytes: Java heap, native memory and everything else */
    public long residentBytes() {
        return Pointer.physicalBytes();
    }

    private static synchronized Backend prepare(final boolean gpuWanted) {
        if (PREPARED.get() == null) {
            PREPARED.set(attempt(() -> new Backend(gpuWanted)));
        }
        return PREPARED.get().get();
    }

    private static synchronized Backend start(final boolean gpuWanted) {
        final Backend prepared = prepare(gpuWanted);
        if (STARTED.get() == null) {
            STARTED.set(attempt(prepared::withNd4j));
        }
        return STARTED.get().get();
    }

    private Backend withNd4j() throws ClassNotFoundException {
        if (!m_gpuWanted) {
            NativeFiles.check(Class.forName(CPU_LIBRARY, false, Backend.class.getClassLoader()));
        }
        Nd4j.getExecutioner();
        m_gpu = !Nd4j.getBackend().getClass().getName().startsWith(CPU_PACKAGE);
        useOneThread();
        return this;
    }

    private static Outcome attempt(final Callable<Backend> start) {
        try {
            return new Outcome(start.call(), null);
        } catch (Exception | LinkageError ex) { // ND4J's initialisers throw anything; the advice is the same
            return new Outcome(null, ex);
        }
    }

    private record Outcome(Backend backend, Throwable failure) {

        Backend get() {
            if (failure != null) {
                throw new BackendException(failure);
            }
            return backend;
        }
    }
}
