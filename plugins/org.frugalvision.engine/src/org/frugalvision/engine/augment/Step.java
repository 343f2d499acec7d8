// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * One operation that some images go through.
 *
 * @param operation its id
 * @param probability share of the images that go through it, 0 to 1
 * @param lowest least magnitude; the magnitude of an image is drawn evenly from here ...
 * @param highest ... to here; both 0 for operations without magnitude, whatever was given
 */
public record Step(String operation, double probability, double lowest, double highest) {

    /** Refuses operations that are not there, and numbers out of their range. */
    public Step {
        final OperationInfo info = Operations.info(operation);
        final Magnitude magnitude = info.magnitude();
        if (!(probability >= 0 && probability <= 1)) {
            throw new SettingsException("Probability of " + info.label(), "must be between 0 and 1", probability,
                "Start with 0.5.");
        }
        if (!magnitude.isThere()) {
            lowest = 0;
            highest = 0;
        }
        check("Smallest magnitude of " + info.label(), lowest, magnitude);
        check("Largest magnitude of " + info.label(), highest, magnitude);
        if (lowest > highest) {
            throw new SettingsException("Largest magnitude of " + info.label(),
                "must be at least the smallest one, " + Wording.value(lowest), highest, "Exchange the two.");
        }
    }

    /**
     * @param operation id of an operation
     * @param probability share of the images that go through it
     * @return the step with the magnitudes that are usual
     */
    public static Step usual(final String operation, final double probability) {
        final Magnitude magnitude = Operations.info(operation).magnitude();
        return new Step(operation, probability, magnitude.from(), magnitude.to());
    }

    /**
     * @param text as {@link #text} writes it; probability (1) and magnitudes (the usual ones) may be missing
     * @return the step
     * @throws SettingsException if it is none
     */
    public static Step parse(final String text) {
        final String[] parts = text.split(":", -1);
        try {
            final double probability = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
            if (parts.length <= 2) {
                return usual(parts[0], probability);
            }
            if (parts.length == 4) {
                return new Step(parts[0], probability, Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
            }
        } catch (final NumberFormatException e) {
            // refused below, like texts of three or five parts
        }
        throw new SettingsException("Operations", "must be such as \"rotate:0.5:-15:15\"", text,
            "Name an operation, its probability, and its smallest and largest magnitude.");
    }

    /** @return the step as a text for settings: "rotate:0.5:-15.0:15.0" */
    public String text() {
        return Operations.info(operation).magnitude().isThere()
            ? "%s:%s:%s:%s".formatted(operation, probability, lowest, highest)
            : "%s:%s".formatted(operation, probability);
    }

    /** The image after the step; the same one if it does not go through it, or the magnitude changes nothing. */
    Raster apply(final Raster image, final Rendering rendering, final RandomGenerator random) {
        if (random.nextDouble() >= probability) {
            return image;
        }
        final Operation made = Operations.create(operation);
        final double magnitude = lowest == highest ? lowest : lowest + random.nextDouble() * (highest - lowest);
        final OptionalDouble identity = made.info().magnitude().identity();
        return identity.isPresent() && identity.getAsDouble() == magnitude ? image
            : made.apply(image, magnitude, rendering, random);
    }

    private static void check(final String title, final double value, final Magnitude limits) {
        if (!(value >= limits.smallest() && value <= limits.largest())) {
            throw new SettingsException(title, "must be between %s and %s (%s)".formatted(
                Wording.value(limits.smallest()), Wording.value(limits.largest()), limits.unit()), value,
                "Usual are %s to %s.".formatted(Wording.value(limits.from()), Wording.value(limits.to())));
        }
    }
}
