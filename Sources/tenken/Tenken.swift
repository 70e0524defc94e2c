import ArgumentParser

@main
struct Tenken: ParsableCommand {
}
