// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.File;

import org.eclipse.core.runtime.Platform;

/** Where things are. */
public final class KNIMEConstants {

    /** The version of KNIME that this runtime stands in for. */
    public static final String VERSION = "5.8.3";

    /**
     * How many nodes may run at once: the property org.knime.core.maxThreads, the environment variable
     * KNIME_CORE_MAX_THREADS or else twice the number of processors.
     */
    public static final int DEF_MAX_THREAD_COUNT =
        Integer.getInteger("org.knime.core.maxThreads", threadsInEnvironment());

    private static final String TEMP_DIR = "knime.tmpdir";

    private KNIMEConstants() {
    }

    private static int threadsInEnvironment() {
        final var threads = System.getenv("KNIME_CORE_MAX_THREADS");
        return threads != null && threads.matches("[1-9]\\d{0,3}") ? Integer.parseInt(threads)
            : 2 * Runtime.getRuntime().availableProcessors();
    }

    /** The workspace: what -data names, outside of Eclipse the property knime.home or else the working directory. */
    public static String getKNIMEHomeDir() {
        final var location = Platform.isRunning() ? Platform.getInstanceLocation() : null;
        return location != null && location.getURL() != null ? new File(location.getURL().getPath()).getAbsolutePath()
            : new File(System.getProperty("knime.home", "")).getAbsolutePath();
    }

    /** The directory for temporary files: the property knime.tmpdir or else java.io.tmpdir. */
    public static String getKNIMETempDir() {
        return System.getProperty(TEMP_DIR, System.getProperty("java.io.tmpdir"));
    }
}
