// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.run.EngineException;
import org.frugalvision.engine.run.Provenance;

/** Everything about a network but its weights, as it stands in its file. Keys never change. */
record NetworkDescription(NetworkSpec spec, List<String> classes, NetworkHistory history,
    List<CodedTensor.Form> codes, List<ActivationRange> ranges) {

    private static final String FORMAT = "frugalvision-network";

    private static final long VERSION = 1;

    /** The version of files that hold values as whole numbers; others can still be read by earlier programs. */
    private static final long CODED_VERSION = 2;

    /** The version of files of networks for images with several labels. */
    private static final long LABELS_VERSION = 3;

    /** The version of files of networks that are applied in whole numbers. */
    private static final long RANGES_VERSION = 4;

    private static final String LABELLING = "several";

    static Map<String, Object> write(final Network network) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("format", FORMAT);
        object.put("version", version(network));
        object.put("architecture", network.history().architecture());
        object.put("spec", SpecFormat.write(network.spec()));
        object.put("classes", network.classes());
        final NetworkHistory history = network.history();
        object.put("prior", Arrays.stream(history.prior()).boxed().toList());
        object.put("provenance", history.provenance().stream().map(NetworkDescription::write).toList());
        object.put("costs", history.ledger().entries().stream().map(NetworkDescription::write).toList());
        if (network.labelling() == Labelling.SEVERAL) {
            object.put("labelling", LABELLING);
        }
        if (!network.codes().isEmpty()) {
            object.put("codes", network.codes().stream().map(code -> write(code.form())).toList());
        }
        if (!network.ranges().isEmpty()) {
            object.put("ranges", network.ranges().stream().map(NetworkDescription::write).toList());
        }
        return object;
    }

    private static long version(final Network network) {
        if (!network.ranges().isEmpty()) {
            return RANGES_VERSION;
        }
        if (network.labelling() == Labelling.SEVERAL) {
            return LABELS_VERSION;
        }
        return network.codes().isEmpty() ? VERSION : CODED_VERSION;
    }

    static NetworkDescription read(final JsonObject object) throws NetworkFormatException {
        if (!object.text("format").equals(FORMAT)) {
            throw new NetworkFormatException("this is no network file of Frugal Vision");
        }
        final long version = object.whole("version");
        if (version < VERSION || version > RANGES_VERSION) {
            throw new NetworkFormatException("it has format version " + version
                + ", and this version of Frugal Vision reads versions " + VERSION + " to " + RANGES_VERSION);
        }
        final NetworkSpec spec = SpecFormat.read(object.object("spec"));
        // files of the first engine versions do not tell
        final String architecture = object.has("architecture") ? object.text("architecture") : "";
        final double[] prior =
            object.list("prior", Number.class).stream().mapToDouble(Number::doubleValue).toArray();
        final List<Provenance> provenance = new ArrayList<>();
        for (final JsonObject item : object.objects("provenance")) {
            provenance.add(new Provenance(item.text("method"), item.texts("settings"), item.whole("seed"),
                item.text("data"), item.text("engine")));
        }
        final List<CostEntry> costs = new ArrayList<>();
        for (final JsonObject item : object.objects("costs")) {
            costs.add(cost(item));
        }
        final Labelling labelling = version == LABELS_VERSION
            || version == RANGES_VERSION && object.has("labelling") ? labelling(object) : Labelling.ONE;
        final List<CodedTensor.Form> codes = new ArrayList<>();
        for (final JsonObject item : version != VERSION && object.has("codes") ? object.objects("codes")
            : List.<JsonObject>of()) {
            codes.add(new CodedTensor.Form(item.text("node"), item.integer("bits"), item.flag("perOutput")));
        }
        try {
            final List<ActivationRange> ranges = version == RANGES_VERSION ? ranges(object) : List.of();
            return new NetworkDescription(spec, object.list("classes", String.class),
                new NetworkHistory(architecture, labelling, prior, provenance, CostLedger.of(costs)),
                List.copyOf(codes), ranges);
        } catch (EngineException e) {
            throw new NetworkFormatException(e.getMessage().replaceFirst("\\.$", ""), e);
        }
    }

    private static Labelling labelling(final JsonObject object) throws NetworkFormatException {
        if (!object.text("labelling").equals(LABELLING)) {
            throw new NetworkFormatException("it does not tell how many labels an image has");
        }
        return Labelling.SEVERAL;
    }

    private static Map<String, Object> write(final Provenance provenance) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("method", provenance.method());
        object.put("settings", provenance.settings());
        object.put("seed", provenance.seed());
        object.put("data", provenance.dataFingerprint());
        object.put("engine", provenance.engineVersion());
        return object;
    }

    private static Map<String, Object> write(final CodedTensor.Form form) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("node", form.node());
        object.put("bits", form.bits());
        object.put("perOutput", form.perOutput());
        return object;
    }

    private static Map<String, Object> write(final ActivationRange range) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("node", range.node());
        object.put("least", (double)range.least());
        object.put("most", (double)range.most());
        return object;
    }

    private static List<ActivationRange> ranges(final JsonObject object) throws NetworkFormatException {
        final List<ActivationRange> ranges = new ArrayList<>();
        for (final JsonObject item : object.objects("ranges")) {
            ranges.add(new ActivationRange(item.text("node"), (float)item.number("least"),
                (float)item.number("most")));
        }
        return List.copyOf(ranges);
    }

    private static Map<String, Object> write(final CostEntry cost) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", cost.id());
        object.put("what", cost.what());
        cost.amounts().forEach((quantity, amount) -> object.put(quantity.id(), amount));
        return object;
    }

    private static CostEntry cost(final JsonObject object) {
        CostEntry cost = CostEntry.of(object.text("id"), object.text("what"));
        for (final Quantity quantity : Quantity.values()) {
            if (object.has(quantity.id())) {
                cost = cost.with(quantity, quantity.kind() == Quantity.Kind.MEASURE
                    ? (Number)object.number(quantity.id()) : (Number)object.whole(quantity.id()));
            }
        }
        return cost;
    }
}
