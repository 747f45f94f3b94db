package dev.podium.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.knative.internal.networking.v1alpha1.ClusterDomainClaim;
import io.fabric8.knative.serving.v1beta1.DomainMapping;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads manifests as the models of their kinds, strictly: a field that a kind does not have is an error. */
final class Models {
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Secret", Secret.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.internal.knative.dev/v1alpha1/ClusterDomainClaim", ClusterDomainClaim.class),
            Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            Map.entry("serving.knative.dev/v1/Service", io.fabric8.knative.serving.v1.Service.class),
            Map.entry("serving.knative.dev/v1beta1/DomainMapping", DomainMapping.class));

    /**
     * What our manifests say of the kinds that no published model has: fields by their path, taken from the references of
     * CloudNativePG 1.30, its Barman Cloud plugin 0.11 and cert-manager 1. {@code *} stands for names that are free.
     */
    private static final Map<String, Set<String>> BY_HAND = Map.of(
            "postgresql.cnpg.io/v1/Cluster",
            Set.of(
                    "/imageName",
                    "/instances",
                    "/storage/size",
                    "/bootstrap/initdb/database",
                    "/bootstrap/initdb/owner",
                    "/bootstrap/initdb/encoding",
                    "/bootstrap/initdb/localeProvider",
                    "/bootstrap/initdb/builtinLocale",
                    "/bootstrap/initdb/locale",
                    "/bootstrap/initdb/dataChecksums",
                    "/bootstrap/recovery/source",
                    "/bootstrap/recovery/database",
                    "/bootstrap/recovery/owner",
                    "/bootstrap/recovery/recoveryTarget/targetTime",
                    "/externalClusters/name",
                    "/externalClusters/plugin/name",
                    "/externalClusters/plugin/parameters/*",
                    "/postgresql/parameters/*",
                    "/postgresql/synchronous/method",
                    "/postgresql/synchronous/number",
                    "/postgresql/synchronous/dataDurability",
                    "/plugins/name",
                    "/plugins/isWALArchiver",
                    "/plugins/parameters/*",
                    "/resources/requests/*",
                    "/resources/limits/*"),
            "postgresql.cnpg.io/v1/ScheduledBackup",
            Set.of(
                    "/schedule",
                    "/immediate",
                    "/backupOwnerReference",
                    "/method",
                    "/pluginConfiguration/name",
                    "/cluster/name"),
            "barmancloud.cnpg.io/v1/ObjectStore",
            Set.of(
                    "/retentionPolicy",
                    "/configuration/destinationPath",
                    "/configuration/endpointURL",
                    "/configuration/s3Credentials/accessKeyId/name",
                    "/configuration/s3Credentials/accessKeyId/key",
                    "/configuration/s3Credentials/secretAccessKey/name",
                    "/configuration/s3Credentials/secretAccessKey/key",
                    "/configuration/wal/compression",
                    "/configuration/data/compression"),
            "cert-manager.io/v1/Certificate",
            Set.of("/secretName", "/dnsNames", "/issuerRef/group", "/issuerRef/kind", "/issuerRef/name"));

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new NothingBesides());

    private Models() {}

    /** What is wrong with a manifest; empty when nothing is. */
    static List<String> errors(JsonNode document) {
        var type = Yaml.type(document);
        var fields = BY_HAND.get(type);
        if (fields != null) return unknown(document.path("spec"), "", fields);
        var model = KINDS.get(type);
        if (model == null) return List.of("there is no model of " + type);
        try {
            STRICT.treeToValue(document, model);
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }

    private static List<String> unknown(JsonNode node, String path, Set<String> fields) {
        var found = new ArrayList<String>();
        if (node.isArray()) node.forEach(entry -> found.addAll(unknown(entry, path, fields)));
        else if (!node.isObject()) {
            if (!fields.contains(path) && !fields.contains(path.replaceFirst("[^/]*$", "*")))
                found.add("Unrecognized field " + path);
        } else
            node.properties()
                    .forEach(field -> found.addAll(unknown(field.getValue(), path + "/" + field.getKey(), fields)));
        return found;
    }

    /** The models keep what they do not know, for clients of newer servers. Here it is an error. */
    private static final class NothingBesides extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
