// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks for graphics processors without loading CUDA or ND4J: first the class path for ND4J's CUDA libraries, then
 * NVIDIA's own program for the devices. Takes nothing where the feature is not installed, otherwise up to some seconds.
 */
public final class GpuProbe {

    private static final List<String> COMMAND =
        List.of("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader");

    private static final int SECONDS = 10;

    private GpuProbe() {
    }

    /** @return what there is to compute on besides the CPU */
    public static GpuStatus ask() {
        return installed(GpuProbe.class.getClassLoader()) ? ask(COMMAND, SECONDS) : GpuStatus.notInstalled();
    }

    /**
     * @param loader sees the jars of the DL4J bundle
     * @return whether it also sees those of CUDA
     */
    public static boolean installed(final ClassLoader loader) {
        return loader.getResource("org/nd4j/linalg/jcublas/JCublasBackend.class") != null;
    }

    /**
     * @param command what to run in place of nvidia-smi
     * @param seconds how long to wait
     * @return what its answer means
     */
    public static GpuStatus ask(final List<String> command, final int seconds) {
        Path answer = null;
        try {
            // into a file, because a program that hangs may keep a pipe open
            answer = Files.createTempFile("frugalvision", ".txt");
            final Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(answer.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return GpuStatus.noDriver("no answer within " + seconds + " seconds");
            }
            return GpuStatus.of(process.exitValue(), Files.readString(answer, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return GpuStatus.noDriver(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return GpuStatus.noDriver("interrupted");
        } finally {
            delete(answer);
        }
    }

    private static void delete(final Path file) {
        if (file != null) {
            // at worst an empty temporary file stays until the system removes it
            file.toFile().delete();
        }
    }
}
