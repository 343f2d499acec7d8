// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether there is a graphics processor to compute on, and if not, why.
 *
 * @param kind what was found
 * @param reason a sentence for people
 */
public record GpuStatus(Kind kind, String reason) {

    /** Such as "NVIDIA A100, 8.0"; a name may have commas, too. */
    private static final Pattern LINE = Pattern.compile("(.+),\\s*(\\d{1,3})\\.(\\d{1,3})");

    /** What was found. */
    public enum Kind {
        /** The feature with ND4J's libraries for CUDA is not installed; the driver was not asked. */
        NOT_INSTALLED,
        /** The driver of NVIDIA does not answer. */
        NO_DRIVER,
        /** The driver knows of no device. */
        NO_DEVICE,
        /** There is a device, but ND4J cannot compute on it. */
        UNSUPPORTED,
        /** There is a device that ND4J can compute on. */
        READY
    }

    static GpuStatus notInstalled() {
        return new GpuStatus(Kind.NOT_INSTALLED, "the feature \"Frugal Vision for NVIDIA GPUs\" is not installed");
    }

    static GpuStatus noDriver(final String why) {
        return new GpuStatus(Kind.NO_DRIVER, "NVIDIA's driver does not answer (" + why + ")");
    }

    /**
     * What the answer of {@code nvidia-smi --query-gpu=name,compute_cap --format=csv,noheader} means.
     *
     * @param exitCode of the program
     * @param output of the program
     * @return the status
     */
    public static GpuStatus of(final int exitCode, final String output) {
        final String text = output.strip();
        if (text.toLowerCase(Locale.ROOT).startsWith("no devices")) {
            return new GpuStatus(Kind.NO_DEVICE, "NVIDIA's driver finds no device");
        }
        if (exitCode != 0) {
            return noDriver(text.isEmpty() ? "nvidia-smi ended with code " + exitCode
                : text.lines().findFirst().orElseThrow());
        }
        final List<Gpu> gpus = new ArrayList<>();
        for (final String line : text.lines().toList()) {
            final Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                return noDriver("it says \"" + line.strip() + "\"");
            }
            gpus.add(new Gpu(matcher.group(1).strip(), Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))));
        }
        return of(gpus);
    }

    /** Of several devices each must do, as CUDA and the driver number them differently. */
    private static GpuStatus of(final List<Gpu> gpus) {
        if (gpus.isEmpty()) {
            return new GpuStatus(Kind.NO_DEVICE, "NVIDIA's driver finds no device");
        }
        return gpus.stream().filter(gpu -> !gpu.supported()).findFirst()
            .map(gpu -> new GpuStatus(Kind.UNSUPPORTED, gpu + " is not among those that ND4J 1.0.0-M2.1 has code for: "
                + "3.7 and 5.0 to 8.9"))
            .orElseGet(() -> new GpuStatus(Kind.READY, gpus.get(0).toString()));
    }
}
