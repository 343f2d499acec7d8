// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One operation that policies draw, at a strength from 0 to {@value #STRONGEST}: from the magnitude that changes
 * nothing evenly to the strongest one; at strength 0 it changes nothing.
 *
 * @param operation what is done
 * @param from magnitude at strength 0
 * @param range added to it at the greatest strength; 0 if the operation has no magnitude
 * @param turns whether the range is added or subtracted, at random
 */
record PolicyChoice(Operation operation, double from, double range, boolean turns) {

    /** The greatest strength. */
    static final int STRONGEST = 30;

    /** The 14 operations of RandAugment and TrivialAugment, with the ranges of the former. */
    static final List<PolicyChoice> ALL = List.of(new PolicyChoice(new Identity(), 0, 0, false),
        new PolicyChoice(new Autocontrast(), 0, 0, false), new PolicyChoice(new Equalise(), 0, 0, false),
        new PolicyChoice(new Rotate(), 0, 30, true), new PolicyChoice(new Solarise(), 1, -1, false),
        new PolicyChoice(new Saturation(), 1, 0.9, true), new PolicyChoice(new Posterise(), 8, -4, false),
        new PolicyChoice(new Contrast(), 1, 0.9, true), new PolicyChoice(new Brightness(), 1, 0.9, true),
        new PolicyChoice(new Sharpness(), 1, 0.9, true), new PolicyChoice(new ShearX(), 0, 0.3, true),
        new PolicyChoice(new ShearY(), 0, 0.3, true), new PolicyChoice(new TranslateX(), 0, 0.33, true),
        new PolicyChoice(new TranslateY(), 0, 0.33, true));

    /** Those that AugMix mixes. */
    private static final Set<String> MIXED = Set.of("autocontrast", "equalise", "rotate", "solarise", "posterise",
        "shear-x", "shear-y", "translate-x", "translate-y");

    /** Those that fit an image: all, or without those that need colour. */
    private static final List<PolicyChoice> WITHOUT_COLOUR =
        ALL.stream().filter(choice -> !choice.operation().info().needsColour()).toList();

    private static final List<PolicyChoice> TO_MIX =
        ALL.stream().filter(choice -> MIXED.contains(choice.operation().info().id())).toList();

    /** One of those that fit the image, all equally likely. */
    static PolicyChoice any(final Raster image, final RandomGenerator random) {
        final List<PolicyChoice> fitting = image.isColour() ? ALL : WITHOUT_COLOUR;
        return fitting.get(random.nextInt(fitting.size()));
    }

    /** One of those that AugMix mixes. */
    static PolicyChoice anyToMix(final RandomGenerator random) {
        return TO_MIX.get(random.nextInt(TO_MIX.size()));
    }

    double magnitude(final double strength, final boolean negative) {
        return from + (negative ? -range : range) * strength / STRONGEST;
    }

    Raster apply(final Raster image, final double strength, final Rendering rendering, final RandomGenerator random) {
        final boolean negative = turns && random.nextBoolean();
        return range != 0 && strength == 0 ? image
            : operation.apply(image, magnitude(strength, negative), rendering, random);
    }
}
