package dev.podium.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests in {@code k8s}, as they come out of their overlays. */
class ManifestsTest {
    private static final Path README = Overlay.FOLDER.resolve("README.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    /** A subdomain of RFC 1123, short enough to be a label as well. */
    private static final String NAME = "(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

    private static final String[] COMPONENTS = {"backup", "valkey", "traces"};

    @ParameterizedTest
    @ValueSource(strings = {"local", "prod", "event", "plain"})
    void every_object_has_the_fields_of_its_kind_alone(String overlay) {
        assertThat(Overlay.render(overlay, COMPONENTS)).hasSizeGreaterThan(8).allSatisfy(ManifestsTest::isGood);
    }

    @Test
    void so_has_what_is_applied_by_itself_and_what_the_readme_shows() throws IOException {
        var shown = BLOCK.matcher(Files.readString(README))
                .results()
                .flatMap(block -> Yaml.documents(block.group(1)).stream())
                .toList();
        assertThat(shown).isNotEmpty().allSatisfy(ManifestsTest::isGood);
        assertThat(Yaml.documents(Overlay.FOLDER.resolve("cluster/domain-claim.yaml")))
                .allSatisfy(ManifestsTest::isGood);
    }

    @ParameterizedTest
    @CsvSource({
        "Service,serving.knative.dev/v1,/spec/template/spec/timeoutSecond",
        "Service,serving.knative.dev/v1,/spec/template/spec/containers/0/readinessProbe/httpGet/paht",
        "Job,batch/v1,/spec/template/spec/containers/0/resources/limit",
        "NetworkPolicy,networking.k8s.io/v1,/spec/egress/0/port",
        "DomainMapping,serving.knative.dev/v1beta1,/spec/tls/secret",
        "Certificate,cert-manager.io/v1,/spec/issuerRef/nam",
        "PodMonitor,monitoring.coreos.com/v1,/spec/podMetricsEndpoints/0/intervall",
        "Cluster,postgresql.cnpg.io/v1,/spec/postgresql/synchronous/metod",
        "ScheduledBackup,postgresql.cnpg.io/v1,/spec/pluginConfiguration/plugin"
    })
    void an_unknown_field_is_found_at_any_depth(String kind, String version, String field) {
        var object = Overlay.render("prod", COMPONENTS).stream()
                .filter(o -> Yaml.type(o).equals(version + "/" + kind))
                .findFirst()
                .orElseThrow();
        assertThat(Models.errors(add(object, field, "\"x\"")))
                .singleElement()
                .asString()
                .contains(field.substring(field.lastIndexOf('/') + 1));
    }

    @Test
    void a_kind_without_a_model_is_found() {
        assertThat(Models.errors(Yaml.tree("{apiVersion: v1, kind: Surprise}")))
                .containsExactly("there is no model of v1/Surprise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scaling is annotated on the template, not on the Service|/metadata/annotations|{\"autoscaling.knative.dev/min-scale\": \"1\"}",
                "an annotation is a text|/spec/template/metadata/annotations/x|1",
                "the scaler knows each of its annotations|/spec/template/metadata/annotations/autoscaling.knative.dev~1mini-scale|\"1\"",
                "an annotation of the scaler has its form|/spec/template/metadata/annotations/autoscaling.knative.dev~1window|\"2 minutes\"",
                "a request lasts ten minutes at most|/spec/template/spec/timeoutSeconds|601",
                "a container has at most a thousand slots|/spec/template/spec/containerConcurrency|1001",
                "no token of the cluster is mounted|/spec/template/spec/automountServiceAccountToken|true",
                "where and how a pod runs is the cluster's|/spec/template/spec/nodeSelector|{}",
                "a volume is no disk|/spec/template/spec/volumes/0/hostPath|{\"path\": \"/\"}",
                "there is a container|/spec/template/spec/containers|[]",
                "a container has an image|/spec/template/spec/containers|[{\"name\": \"podium\"}]",
                "queue-proxy is Knative's name|/spec/template/spec/containers/0/name|\"queue-proxy\"",
                "a container has no hooks|/spec/template/spec/containers/0/lifecycle|{}",
                "there is one port|/spec/template/spec/containers/0/ports/-|{\"containerPort\": 9000}",
                "a port is http1 or h2c|/spec/template/spec/containers/0/ports/0/name|\"http\"",
                "a port is TCP|/spec/template/spec/containers/0/ports/0/protocol|\"UDP\"",
                "a port is not one of Knative's own|/spec/template/spec/containers/0/ports/0/containerPort|9090",
                "a variable has no name of Knative's|/spec/template/spec/containers/0/env/-|{\"name\": \"PORT\", \"value\": \"1\"}",
                "a variable comes from a ConfigMap or a Secret|/spec/template/spec/containers/0/env/-|{\"name\": \"IP\", \"valueFrom\": {\"fieldRef\": {}}}",
                "a container gets no more rights|/spec/template/spec/containers/0/securityContext/capabilities/add|[\"NET_ADMIN\"]",
                "a probe without a period has neither a threshold nor a timeout|/spec/template/spec/containers/0/readinessProbe/periodSeconds|0"
            })
    void what_the_webhook_refuses_is_found(String rule, String at, String value) {
        var good = knative(Overlay.render("prod"));
        assertThat(WebhookRules.broken(good)).isEmpty();
        assertThat(WebhookRules.broken(add(good, at, value))).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "prod", "event", "plain"})
    void the_migration_is_a_job_of_this_version_alone_and_nothing_else_migrates(String overlay) {
        var objects = Overlay.render(overlay);
        var job = only(objects, "Job", "batch/v1");
        assertThat(Yaml.name(job))
                .isEqualTo("podium-migrate."
                        + job.at("/metadata/labels/app.kubernetes.io~1version").asText())
                .matches(NAME);
        var container = job.at("/spec/template/spec/containers/0");
        assertThat(container.get("env").toString())
                .contains("{\"name\":\"PODIUM_DATABASE_MIGRATE_ONLY\",\"value\":\"true\"}");
        assertThat(setting(objects, "PODIUM_DATABASE_MIGRATE")).isEqualTo("false");
    }

    /** A registry with a port, a digest, capitals and underscores are all no part of it. */
    @Test
    void the_name_of_that_job_does_not_come_from_the_image() throws IOException {
        assertThat(Files.readString(Overlay.FOLDER.resolve("version/name-migration.yaml")))
                .doesNotContain("image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "prod", "event", "plain"})
    void no_demo_data_no_root_no_token_of_the_cluster_and_a_bound_on_everything(String overlay) {
        var objects = Overlay.render(overlay, "valkey");
        assertThat(objects.toString()).doesNotContainIgnoringCase("PODIUM_DEMO");
        assertThat(pods(objects)).hasSize(3).allSatisfy(pod -> {
            assertThat(pod.get("automountServiceAccountToken").asBoolean()).isFalse();
            // A Service called podium would set PODIUM_PORT, and the like.
            assertThat(pod.get("enableServiceLinks").asBoolean(true)).isFalse();
            var container = pod.at("/containers/0");
            assertThat(Stream.of(pod, container)
                            .anyMatch(
                                    it -> it.at("/securityContext/runAsNonRoot").asBoolean()))
                    .isTrue();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/resources/limits").has("memory")).isTrue();
            assertThat(container.at("/resources/limits").has("cpu")).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "prod", "event"})
    void knative_cuts_no_socket_before_the_server_says_goodbye_and_scales_by_sockets(String overlay) {
        var pod = knative(Overlay.render(overlay)).at("/spec/template/spec");
        assertThat(pod.get("timeoutSeconds").asInt()).isEqualTo(600);
        assertThat(pod.get("responseStartTimeoutSeconds").asInt()).isZero();
        assertThat(pod.get("idleTimeoutSeconds").asInt()).isZero();
        assertThat(pod.get("containerConcurrency").asInt()).isZero();
        assertThat(pod.at("/containers/0/ports/0/name").asText()).isEqualTo("http1");
        assertThat(scaling(overlay, "metric")).isEqualTo("concurrency");
        assertThat(scaling(overlay, "target-burst-capacity")).isEqualTo("0");
    }

    @Test
    void an_event_finds_it_warm_and_prod_never_goes_to_nothing() {
        assertThat(scaling("local", "min-scale")).isEqualTo("0");
        assertThat(scaling("prod", "min-scale")).isEqualTo("1");
        assertThat(scaling("event", "min-scale")).isEqualTo("4").isEqualTo(scaling("event", "initial-scale"));
        var event = knative(Overlay.render("event"));
        assertThat(event.at("/spec/template/spec/containers/0/readinessProbe/periodSeconds")
                        .asInt())
                .isEqualTo(1);
    }

    /** A pod of 512 MiB holds 5,000; with the default for requests the scaler would start fifteen where two are enough. */
    @Test
    void as_many_instances_as_there_may_be_hold_ten_thousand_with_one_of_them_gone() {
        int target = Integer.parseInt(scaling("prod", "target"));
        int most = Integer.parseInt(scaling("prod", "max-scale"));
        assertThat(target).isLessThanOrEqualTo(5_000);
        assertThat((most - 1) * target * Integer.parseInt(scaling("prod", "target-utilization-percentage")) / 100)
                .isGreaterThanOrEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "event", "plain"})
    void two_revisions_of_all_instances_have_room_at_the_database(String overlay) {
        var objects = Overlay.render(overlay);
        int instances = overlay.equals("plain")
                ? only(objects, "HorizontalPodAutoscaler", "autoscaling/v2")
                        .at("/spec/maxReplicas")
                        .asInt()
                : Integer.parseInt(scaling(overlay, "max-scale"));
        // One listens, two look after the tables at a start; the rest is the operator's and a person's.
        int each = Integer.parseInt(setting(objects, "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE")) + 1 + 2;
        assertThat(2 * instances * each + 20)
                .isLessThanOrEqualTo(cluster(objects)
                        .at("/spec/postgresql/parameters/max_connections")
                        .asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "prod", "event", "plain"})
    void there_is_an_event_loop_for_each_processor_of_the_limit(String overlay) {
        var objects = Overlay.render(overlay);
        var instance = overlay.equals("plain") ? only(objects, "Deployment", "apps/v1") : knative(objects);
        assertThat(setting(objects, "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE"))
                .isEqualTo(instance.at("/spec/template/spec/containers/0/resources/limits/cpu")
                        .asText());
    }

    @Test
    void as_many_proxies_are_believed_as_write_down_what_they_see() {
        assertThat(setting(Overlay.render("prod"), "PODIUM_TRUSTED_PROXIES")).isEqualTo("2");
        assertThat(setting(Overlay.render("plain"), "PODIUM_TRUSTED_PROXIES")).isEqualTo("1");
        assertThat(setting(Overlay.render("local"), "PODIUM_TRUSTED_PROXIES")).isEmpty();
    }

    @Test
    void a_commit_waits_for_a_second_server_and_the_public_address_is_the_mapped_domain_with_its_certificate() {
        var objects = Overlay.render("prod");
        var database = cluster(objects).get("spec");
        assertThat(database.get("instances").asInt()).isEqualTo(3);
        assertThat(database.at("/postgresql/synchronous").toString())
                .isEqualTo("{\"method\":\"any\",\"number\":1,\"dataDurability\":\"required\"}");
        assertThat(database.at("/postgresql/parameters/synchronous_commit").asText())
                .isEqualTo("on");
        var domain = only(objects, "DomainMapping", "serving.knative.dev/v1beta1");
        var certificate = only(objects, "Certificate", "cert-manager.io/v1");
        var claim = Yaml.documents(Overlay.FOLDER.resolve("cluster/domain-claim.yaml"))
                .getFirst();
        assertThat(setting(objects, "PODIUM_PUBLIC_URL")).isEqualTo("https://" + Yaml.name(domain));
        assertThat(certificate.at("/spec/dnsNames/0").asText())
                .isEqualTo(Yaml.name(domain))
                .isEqualTo(Yaml.name(claim));
        assertThat(certificate.at("/spec/secretName")).isEqualTo(domain.at("/spec/tls/secretName"));
        assertThat(claim.at("/spec/namespace")).isEqualTo(domain.at("/metadata/namespace"));
    }

    @Test
    void plain_needs_no_knative_has_tls_and_its_policies_select_its_own_pods() {
        var objects = Overlay.render("plain");
        assertThat(objects.toString()).doesNotContain("knative");
        var labels = only(objects, "Deployment", "apps/v1").at("/spec/template/metadata/labels");
        assertThat(selects(only(objects, "PodDisruptionBudget", "policy/v1").at("/spec/selector/matchLabels"), labels))
                .isTrue();
        assertThat(selects(only(objects, "Service", "v1").at("/spec/selector"), labels))
                .isTrue();
        assertThat(objects)
                .anyMatch(o -> o.get("kind").asText().equals("NetworkPolicy")
                        && selects(o.at("/spec/podSelector/matchLabels"), labels));
        var ingress = only(objects, "Ingress", "networking.k8s.io/v1");
        assertThat(setting(objects, "PODIUM_PUBLIC_URL"))
                .isEqualTo("https://" + ingress.at("/spec/tls/0/hosts/0").asText())
                .isEqualTo("https://" + ingress.at("/spec/rules/0/host").asText());
        assertThat(only(objects, "Deployment", "apps/v1").get("spec").has("replicas"))
                .as("the autoscaler's number, which each upgrade would take back")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "plain"})
    void with_valkey_the_instances_reach_it_and_nobody_else_does(String overlay) {
        var objects = Overlay.render(overlay, "valkey");
        var labels = objects.stream()
                .filter(o -> o.get("kind").asText().equals("Deployment")
                        && Yaml.name(o).equals("podium-valkey"))
                .findFirst()
                .orElseThrow()
                .at("/spec/template/metadata/labels");
        var policies = objects.stream()
                .filter(o -> o.get("kind").asText().equals("NetworkPolicy"))
                .toList();
        assertThat(policies)
                .anyMatch(policy -> Yaml.name(policy).equals("podium")
                        && StreamSupport.stream(policy.at("/spec/egress").spliterator(), false)
                                .anyMatch(rule -> selects(rule.at("/to/0/podSelector/matchLabels"), labels)
                                        && rule.at("/ports/0/port").asInt() == 6379));
        assertThat(policies).anyMatch(policy -> selects(policy.at("/spec/podSelector/matchLabels"), labels));
        assertThat(setting(objects, "PODIUM_VALKEY_URL")).isEqualTo("redis://podium-valkey:6379");
    }

    @Test
    void with_traces_the_instances_reach_the_collector_that_they_are_told_of() {
        var objects = Overlay.render("prod", "traces");
        var url = URI.create(setting(objects, "PODIUM_TRACES_URL"));
        var policy = objects.stream()
                .filter(o -> o.get("kind").asText().equals("NetworkPolicy")
                        && Yaml.name(o).equals("podium"))
                .findFirst()
                .orElseThrow();
        assertThat(policy.get("spec").get("egress"))
                .anyMatch(rule -> rule.at("/to/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                                .asText()
                                .equals(url.getHost().split("\\.")[1])
                        && rule.at("/ports/0/port").asInt() == url.getPort());
    }

    /** A tag is whatever somebody last pushed under it. Podium's own image is whoever's who applies this. */
    @Test
    void images_of_others_are_pinned_by_digest() {
        var others = Overlay.render("prod", COMPONENTS).stream()
                .flatMap(object -> Stream.concat(
                        object.at("/spec/template/spec").findValuesAsText("image").stream(),
                        object.findValuesAsText("imageName").stream()))
                .filter(image -> !image.startsWith("registry.example.com/podium"))
                .toList();
        assertThat(others).hasSize(2).allMatch(image -> image.matches(".+:[^@]+@sha256:[0-9a-f]{64}"));
    }

    @Test
    void with_backup_every_change_goes_to_the_store_that_the_nightly_one_goes_to() {
        var objects = Overlay.render("prod", "backup");
        var store = Yaml.name(only(objects, "ObjectStore", "barmancloud.cnpg.io/v1"));
        assertThat(cluster(objects)
                        .at("/spec/plugins/0/parameters/barmanObjectName")
                        .asText())
                .isEqualTo(store);
        var nightly = only(objects, "ScheduledBackup", "postgresql.cnpg.io/v1");
        assertThat(nightly.at("/spec/cluster/name").asText()).isEqualTo(Yaml.name(cluster(objects)));
        assertThat(nightly.at("/spec/schedule").asText().split(" ")).hasSize(6);
    }

    @Test
    void the_folder_holds_manifests_and_their_readme_alone() throws IOException {
        try (var files = Files.walk(Overlay.FOLDER)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> file.equals(README) || file.toString().endsWith(".yaml"));
        }
    }

    /** Where kubectl is installed: what these tests look at is what people apply. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "prod", "event", "plain"})
    void kustomize_makes_the_same_of_it(String overlay) throws IOException, InterruptedException {
        var kubectl = kubectl();
        assumeTrue(!kubectl.isEmpty(), "kubectl is not installed");
        var process = new ProcessBuilder(
                        kubectl,
                        "kustomize",
                        Overlay.FOLDER.resolve("overlays").resolve(overlay).toString())
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(text).isZero();
        var hashed = Pattern.compile("podium-[a-z0-9]{10}\"");
        assertThat(Yaml.documents(text).stream()
                        .map(o -> Yaml.tree(hashed.matcher(o.toString()).replaceAll("podium\""))))
                .containsExactlyInAnyOrderElementsOf(new ArrayList<JsonNode>(Overlay.render(overlay)));
    }

    private static String kubectl() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }

    private static void isGood(JsonNode object) {
        assertThat(Models.errors(object))
                .as(Yaml.type(object) + " " + Yaml.name(object))
                .isEmpty();
        if (Yaml.type(object).equals("serving.knative.dev/v1/Service"))
            assertThat(WebhookRules.broken(object)).isEmpty();
    }

    private static JsonNode add(JsonNode object, String at, String value) {
        return JsonPatch.apply(Yaml.tree("[{op: add, path: \"%s\", value: %s}]".formatted(at, value)), object);
    }

    private static ObjectNode only(List<ObjectNode> objects, String kind, String version) {
        var found = objects.stream()
                .filter(o -> Yaml.type(o).equals(version + "/" + kind))
                .toList();
        assertThat(found).as(version + "/" + kind).hasSize(1);
        return found.getFirst();
    }

    private static ObjectNode knative(List<ObjectNode> objects) {
        return only(objects, "Service", "serving.knative.dev/v1");
    }

    private static ObjectNode cluster(List<ObjectNode> objects) {
        return only(objects, "Cluster", "postgresql.cnpg.io/v1");
    }

    private static List<JsonNode> pods(List<ObjectNode> objects) {
        return objects.stream()
                .map(o -> o.at("/spec/template/spec"))
                .filter(JsonNode::isObject)
                .toList();
    }

    private static String scaling(String overlay, String key) {
        return knative(Overlay.render(overlay))
                .at("/spec/template/metadata/annotations")
                .path("autoscaling.knative.dev/" + key)
                .asText();
    }

    /** Empty where it is not set. */
    private static String setting(List<ObjectNode> objects, String name) {
        return objects.stream()
                .filter(o -> o.get("kind").asText().equals("ConfigMap")
                        && Yaml.name(o).equals("podium"))
                .findFirst()
                .orElseThrow()
                .at("/data")
                .path(name)
                .asText();
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(pair -> pair.getValue().equals(labels.get(pair.getKey())));
    }
}
