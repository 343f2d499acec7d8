// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.frugalvision.engine.run.SettingsException;

/**
 * Which library computes.
 *
 * @param kernel the library
 * @param warning why it is not the one that is expected
 */
record KernelChoice(Kernel kernel, Optional<String> warning) {

    private static final List<String> DIRECT = List.of("amd64", "x86_64");

    /**
     * @param option what was asked for
     * @param architecture of the processor, as Java calls it
     * @param gpu whether a GPU computes
     * @param onednn loads oneDNN and tells why it cannot be loaded
     */
    static KernelChoice of(final Optional<String> option, final String architecture, final boolean gpu,
        final Supplier<Optional<String>> onednn) {
        if (option.isPresent()) {
            return new KernelChoice(asked(option.get()), Optional.empty());
        }
        if (gpu || !DIRECT.contains(architecture)) {
            return new KernelChoice(Kernel.ND4J, Optional.empty());
        }
        final Optional<String> failure = onednn.get();
        return failure.isEmpty() ? new KernelChoice(Kernel.ONEDNN, Optional.empty())
            : new KernelChoice(Kernel.ND4J, Optional.of("Computed by ND4J, which takes several times as long,"
                + " because oneDNN could not be loaded (" + failure.get() + ")."));
    }

    /**
     * What the system said, which is the first cause: a file that is damaged, or a glibc that is too old. What JavaCPP
     * says of it is only that it found no library.
     */
    static String reason(final Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.toString();
    }

    private static Kernel asked(final String option) {
        return Arrays.stream(Kernel.values()).filter(kernel -> kernel.id().equals(option)).findFirst()
            .orElseThrow(() -> new SettingsException("System property " + Kernels.OPTION, "must be onednn or nd4j",
                option));
    }
}
