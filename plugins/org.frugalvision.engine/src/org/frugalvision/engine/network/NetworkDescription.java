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
record NetworkDescription(NetworkSpec spec, List<String> classes, NetworkHistory history) {

    private static final String FORMAT = "frugalvision-network";

    private static final long VERSION = 1;

    static Map<String, Object> write(final Network network) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("format", FORMAT);
        object.put("version", VERSION);
        object.put("architecture", network.history().architecture());
        object.put("spec", SpecFormat.write(network.spec()));
        object.put("classes", network.classes());
        final NetworkHistory history = network.history();
        object.put("prior", Arrays.stream(history.prior()).boxed().toList());
        object.put("provenance", history.provenance().stream().map(NetworkDescription::write).toList());
        object.put("costs", history.ledger().entries().stream().map(NetworkDescription::write).toList());
        return object;
    }

    static NetworkDescription read(final JsonObject object) throws NetworkFormatException {
        if (!object.text("format").equals(FORMAT)) {
            throw new NetworkFormatException("this is no network file of Frugal Vision");
        }
        if (object.whole("version") != VERSION) {
            throw new NetworkFormatException("it has format version " + object.whole("version")
                + ", and this version of Frugal Vision reads version " + VERSION);
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
        try {
            return new NetworkDescription(spec, object.list("classes", String.class),
                new NetworkHistory(architecture, prior, provenance, CostLedger.of(costs)));
        } catch (EngineException e) {
            throw new NetworkFormatException(e.getMessage().replaceFirst("\\.$", ""), e);
        }
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
