// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.frugalvision.engine.kernel.OnednnEightBit.Finish;
import org.frugalvision.engine.network.Activation;

/**
 * How sums of products of whole numbers become what a layer gives: whole numbers of 8 bits where the map is wanted so,
 * otherwise values in single precision.
 *
 * @param factors of the sums, one for each output
 * @param finish what follows
 */
record Ending(float[] factors, List<Finish> finish) {

    /**
     * @param ones what a one of a sum stands for, for each output
     * @param target the map that is written, in whole numbers if it has a unit
     * @param held a map whose values the destination holds, to be added
     */
    static Ending of(final float[] ones, final Activation activation, final Target target,
        final Optional<Held> held) {
        // activations other than these need values in the units of the network
        final boolean inUnits = activation == Activation.IDENTITY || activation == Activation.RELU
            || activation == Activation.RELU6;
        final float before = inUnits ? 1 / target.unit() : 1;
        final float after = inUnits ? 1 : 1 / target.unit();
        final float[] factors = ones.clone();
        for (int i = 0; i < factors.length; i++) {
            factors[i] *= before;
        }
        final List<Finish> finish = new ArrayList<>();
        held.ifPresent(map -> finish.add(OnednnEightBit.sum(map.unit() * before, map.slot().layout())));
        if (!inUnits) {
            finish.add(OnednnEightBit.activation(activation, after));
        }
        final float most = target.rounded() ? EightBitMap.MOST : Float.MAX_VALUE;
        if (activation == Activation.RELU6) {
            finish.add(OnednnEightBit.between(0, Math.min(most, activation.most() * before)));
        } else if (activation == Activation.RELU || target.rounded() && !target.signed()) {
            finish.add(OnednnEightBit.between(0, most));
        }
        return new Ending(factors, finish);
    }

    /**
     * What is written.
     *
     * @param rounded whether whole numbers of 8 bits
     * @param signed whether some may be below 0
     * @param unit what a one stands for; 1 in single precision
     */
    record Target(boolean rounded, boolean signed, float unit) {

        static Target of(final EightBitMaps maps, final int place) {
            return maps.wanted(place) ? new Target(true, maps.signed(place), maps.unit(place))
                : new Target(false, true, 1);
        }

        dnnl_memory_desc_t layout(final long... sizes) {
            return rounded ? OnednnEightBit.any(signed, sizes) : Onednn.any(sizes);
        }

        dnnl_memory_desc_t plain(final long... sizes) {
            return rounded ? OnednnEightBit.plain(signed, sizes) : Onednn.plain(sizes);
        }

        /** Tells the plan where the output of a place lies. */
        void set(final Plan plan, final int place, final Slot slot) {
            if (rounded) {
                plan.eightBits().set(place, new EightBitMap(slot, unit, signed));
            } else {
                plan.setMap(place, slot);
            }
        }
    }

    /** @param unit what a one of these values stands for */
    record Held(Slot slot, float unit) {
    }
}
